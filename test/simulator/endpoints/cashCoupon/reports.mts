import { hashOf } from '../../files/reportFiles.mts';
import { reportNotThere } from '../../refusals.mts';
import { type ReportFile, type ReportKind } from '../../shop.mts';
import { type Call, type Handler } from '../handler.mts';

function fileOf({ shop, path, query }: Call, kind: ReportKind): ReportFile {
	const day = query['bill_date'] as string | undefined;
	const file = shop.report({ stockId: path['stock_id']!, kind, day });
	if (!file) throw reportNotThere();
	return file;
}

/** A report of a whole stock. */
function whole(kind: ReportKind): Handler {
	return (call) => {
		const file = fileOf(call, kind);
		return { url: call.offer(file), hash_value: hashOf(file, 'sha1'), hash_type: 'SHA1' };
	};
}

const linesOf = (records = '') => (records.match(/^`[^,\n]*,/gm) ?? []).length;
const recordsIn = ({ head, block, times = 0 }: ReportFile) =>
	linesOf(head) + linesOf(block) * times;

/** A report of a day, whose kind of hash is not said. */
function ofDay(kind: ReportKind): Handler {
	return (call) => {
		const file = fileOf(call, kind);
		const name = kind === 'use' ? 'stock_useflow' : 'stock_refundflow';
		return {
			url: call.offer(file),
			[`${name}_hash`]: hashOf(file, 'sha1'),
			[`${name}_count`]: String(recordsIn(file)),
		};
	};
}

/** 下载批次核销明细 */
export const getUseReport = whole('use');
/** 获取批次核销明细下载链接 */
export const getUseReportOfDay = ofDay('use');
/** 下载批次退款明细 */
export const getRefundReport = whole('refund');
/** 获取批次退款明细下载链接 */
export const getRefundReportOfDay = ofDay('refund');
