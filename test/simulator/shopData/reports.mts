/** A file of a report: a beginning, and what follows it so many times. */
export interface ReportFile {
	head: string;
	block?: string;
	times?: number;
	/** utf8 unless told */
	encoding?: 'utf8' | 'gbk';
}

/** What is reported of a stock of cash coupons. */
export type ReportKind = 'use' | 'refund';

/** Which report: of a day (eight digits), or of the whole stock. */
export interface ReportOf {
	stockId: string;
	kind: ReportKind;
	day?: string;
}

/** Stocks of cash coupons that have reports. */
export const REPORT_STOCKS = {
	/** Whole and of REPORT_DAY, uses and refunds. */
	ended: '9865000',
	/** Only uses, of REPORT_DAY: a header without records. */
	unused: '9865001',
} as const;

/** The day that has reports. */
export const REPORT_DAY = '20261124';

const USE_HEADER =
	'批次ID,优惠ID,优惠类型,优惠金额（元）,订单总金额（元）,交易类型,支付单号,消耗时间,消耗商户号,设备号,银行流水号,单品信息';
const REFUND_HEADER =
	'批次ID,优惠ID,优惠类型,优惠退款金额（元）,订单退款金额（元）,支付单号,退款单号,退款时间,退款商户号';

const ended = REPORT_STOCKS.ended;

const USES = [
	`\`${ended},\`4000000000000001,\`代金券,\`10.00,\`100.00,\`JSAPI,\`4200001234202611241234567890,\`2026-11-24 12:00:01,\`1900000109,\`,\`2026112400000001,\``,
	`\`${ended},\`4000000000000002,\`代金券,\`0.10,\`8.88,\`MICROPAY,\`4200001234202611241234567891,\`2026-11-24 12:00:02,\`1900000109,\`UE9TLTE=,\`2026112400000002,"\`[{""goods_id"":""0001"",""goods_name"":""拿铁, 大杯""}]"`,
	`\`${ended},\`4000000000000003,\`代金券,\`5.00,\`50.00,\`JSAPI,\`4200001234202611241234567892,\`2026-11-24 12:00:03,\`1900000109,\`,\`2026112400000003,"\`第一行\r\n第二行"`,
];
const REFUNDS = [
	`\`${ended},\`4000000000000002,\`代金券,\`0.10,\`8.88,\`4200001234202611241234567891,\`50000007892026112412345678901,\`2026-11-24 18:00:00,\`1900000109`,
];

const BYTE_ORDER_MARK = '\ufeff';

/** A report as WeChat Pay writes it: a header, and a line for each record. */
export const reportFile = (header: string, lines: readonly string[]): ReportFile => ({
	head: BYTE_ORDER_MARK + [header, ...lines].map((line) => `${line}\r\n`).join(''),
});

/** The reports of the usual shop. */
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
	const { head } = reportFile(USE_HEADER, []);
	const block = USES.map((line) => `${line}\r\n`)
		.join('')
		.repeat(100);
	return { head, block, times: Math.ceil(bytes / Buffer.byteLength(block)) };
}
