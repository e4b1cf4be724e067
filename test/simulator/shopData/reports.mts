import { type CashCoupon } from './types.mts';

/** How the text of a file is written. */
export type ReportEncoding = 'utf8' | 'gbk';

/** A file of a report: a beginning; of a large one what follows it so many times, and an end. */
export interface ReportFile {
	head: string;
	block?: string;
	times?: number;
	tail?: string;
	/** As the shop writes all of them unless told. */
	encoding?: ReportEncoding;
}

/** What is reported of a stock of cash coupons. */
export type ReportKind = 'use' | 'refund';

/** Which report: of a day, or of the whole stock. */
export interface ReportOf {
	stockId: string;
	kind: ReportKind;
	day?: string;
}

/** Stocks of cash coupons that have reports. */
export const REPORT_STOCKS = {
	/** Whole and of REPORT_DAY, uses and refunds. */
	ended: '9865000',
	/** Only uses, of REPORT_DAY, on which there were none. */
	unused: '9865001',
} as const;

/** The day that has reports. */
export const REPORT_DAY = '2026-11-24';

const USE_HEADER =
	'批次id,优惠id,优惠类型,优惠金额（元）,订单总金额（元）,交易类型,支付单号,消耗时间,消耗商户号,设备号,银行流水号,单品信息';
const REFUND_HEADER =
	'批次id,优惠id,优惠类型,优惠退款金额（元）,订单退款金额（元）,支付单号,退款单号,退款时间,退款商户号';

const ended = REPORT_STOCKS.ended;

const USES = [
	`\`${ended},\`4000000000000001,\`全场代金券,\`10.00,\`100.00,\`支付,\`4200001234202611241234567890,\`2026-11-24 12:00:01,\`1900000109,"","2026112400000001",""`,
	`\`${ended},\`4000000000000002,\`单品代金券,\`0.10,\`8.88,\`支付,\`4200001234202611241234567891,\`2026-11-24 12:00:02,\`1900000109,"UE9TLTE=","2026112400000002","[{""goods_id"":""0001"",""goods_name"":""拿铁, 大杯""}]"`,
	`\`${ended},\`4000000000000003,\`单品代金券,\`5.00,\`50.00,\`支付,\`4200001234202611241234567892,\`2026-11-24 12:00:03,\`1900000109,"","2026112400000003","第一行\r\n第二行"`,
];
const REFUNDS = [
	`\`${ended},\`4000000000000002,\`单品代金券,\`0.10,\`8.88,\`4200001234202611241234567891,\`50000007892026112412345678901,\`2026-11-24 18:00:00,\`1900000109`,
];

const lined = (lines: readonly string[]) => lines.map((line) => `${line}\r\n`).join('');

/** The two lines at the end of a report that say how many records it has. */
const total = (records: number) => lined(['总条数', `\`${records}`]);

/**
 * A report as WeChat Pay writes it, after a file of 2020: a header, a line for each record, the first cells with
 * a backtick before them, and the total.
 */
export const reportFile = (header: string, lines: readonly string[]): ReportFile => ({
	head: lined([header, ...lines]) + total(lines.length),
});

/** The reports that no coupon of the usual shop stands behind. */
export const reports: ReadonlyArray<{ of: ReportOf; file: ReportFile }> = [
	{ of: { stockId: ended, kind: 'use' }, file: reportFile(USE_HEADER, USES) },
	{
		of: { stockId: ended, kind: 'use', day: REPORT_DAY },
		file: reportFile(USE_HEADER, USES.slice(0, 2)),
	},
	{ of: { stockId: ended, kind: 'refund' }, file: reportFile(REFUND_HEADER, REFUNDS) },
	{
		of: { stockId: ended, kind: 'refund', day: REPORT_DAY },
		file: reportFile(REFUND_HEADER, REFUNDS),
	},
	{
		of: { stockId: REPORT_STOCKS.unused, kind: 'use', day: REPORT_DAY },
		file: reportFile(USE_HEADER, []),
	},
];

/** A use report of about so many bytes, made while it is sent. */
export function largeReport(bytes: number): ReportFile {
	const block = lined(USES).repeat(100);
	const times = Math.ceil(bytes / Buffer.byteLength(block));
	return { head: lined([USE_HEADER]), block, times, tail: total(times * USES.length * 100) };
}

const yuan = (fen: number) => (fen / 100).toFixed(2);

function useOf({ answer }: CashCoupon): string {
	const { stock_id, coupon_id, singleitem, normal_coupon_information, consume_information } =
		answer;
	const { coupon_amount, transaction_minimum } = normal_coupon_information;
	const { consume_time = '', consume_mchid, transaction_id } = consume_information ?? {};
	const cells = [
		stock_id,
		coupon_id,
		singleitem ? '单品代金券' : '全场代金券',
		yuan(coupon_amount),
		yuan(transaction_minimum),
		'支付',
		transaction_id,
		consume_time.slice(0, 19).replace('T', ' '),
		consume_mchid,
	];
	return `${cells.map((cell) => `\`${cell}`).join(',')},"","",""`;
}

/**
 * The report of a stock whose coupons were used: uses of the day, or all of them; nobody returns goods here.
 *
 * @param used all that were used of the stock
 */
export function reportOfUses({ kind, day }: ReportOf, used: readonly CashCoupon[]): ReportFile {
	if (kind === 'refund') return reportFile(REFUND_HEADER, []);
	const dayOf = ({ answer }: CashCoupon) => answer.consume_information?.consume_time.slice(0, 10);
	const asked = used.filter((coupon) => day === undefined || dayOf(coupon) === day);
	return reportFile(USE_HEADER, asked.map(useOf));
}
