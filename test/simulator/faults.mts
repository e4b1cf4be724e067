import { type JsonObject } from './json.mts';

/** A way the simulator can misbehave. */
export type Fault =
	/** An error answer instead of the work; `body` replaces the JSON body, e.g. by a gateway's HTML. */
	| {
			kind: 'status';
			status: number;
			code?: string;
			message?: string;
			headers?: Record<string, string>;
			body?: string;
	  }
	/** A redirect instead of the work; 302 unless told. */
	| { kind: 'redirect'; location: string; status?: number }
	/** The connection is reset before the work. */
	| { kind: 'resetBeforeWork' }
	/** The work is done, then the connection is reset without an answer. */
	| { kind: 'resetAfterWork' }
	/** The work is not done and no answer comes; the connection stays open. */
	| { kind: 'neverAnswer' }
	/** The work is done and no answer comes; the connection stays open. */
	| { kind: 'neverAnswerAfterWork' }
	/** The work is done, half of the body is sent, then the connection ends. */
	| { kind: 'truncated' }
	/** The work is done, half of the body is sent, then nothing more; the connection stays open. */
	| { kind: 'halted' }
	/** The work is done, and its body comes a byte at a time, one each so many milliseconds; 20 unless told. */
	| { kind: 'dripping'; pauseMs?: number }
	/** A digit of the body is changed after it was signed. */
	| { kind: 'changedBody' }
	/** A letter of the signature is changed. */
	| { kind: 'changedSignature' }
	/** Signed with a key that is not WeChat Pay's, under WeChat Pay's key ID. */
	| { kind: 'foreignKey' }
	/** Signed rightly, but under another key ID. */
	| { kind: 'wrongSerial' }
	/** Signed rightly six minutes ago. */
	| { kind: 'oldTimestamp' }
	/** Signed rightly six minutes ahead. */
	| { kind: 'futureTimestamp' }
	/** One header of the answer is left out. */
	| { kind: 'missingHeader'; header: string }
	/** No header of a signature is there. */
	| { kind: 'unsigned' }
	/** WeChat Pay's probe: a wrong signature that starts with WECHATPAY/SIGNTEST/. */
	| { kind: 'probe' }
	/** The work is done and the answer validly signed, but its body is another one. */
	| { kind: 'answer'; change: (body: JsonObject) => JsonObject };

/** Which requests a fault befalls. */
export interface FaultCondition {
	/** How many of the matching requests; 1 unless told, Infinity for all. */
	times?: number;
	/** How many matching requests go well before that; 0 unless told. */
	skip?: number;
	/** Only this method. */
	method?: string;
	/** Only requests whose raw path (without query) matches. */
	path?: RegExp;
}

/** The faults still to happen, oldest first. */
export class PendingFaults {
	private pending: Array<{ fault: Fault; when: FaultCondition; skip: number; times: number }> = [];

	/** Adds a fault behind those there are. */
	add(fault: Fault, when: FaultCondition = {}): void {
		this.pending.push({ fault, when, skip: when.skip ?? 0, times: when.times ?? 1 });
	}

	/** The fault that befalls this request, if any. It is used up by being taken. */
	take(method: string, path: string): Fault | undefined {
		for (const entry of this.pending) {
			const { when } = entry;
			const matches =
				(when.method === undefined || when.method === method) &&
				(when.path === undefined || path.search(when.path) >= 0);
			if (!matches || entry.times <= 0) continue;
			if (entry.skip > 0) {
				entry.skip -= 1;
				continue;
			}
			entry.times -= 1;
			return entry.fault;
		}
		return undefined;
	}

	/** Forgets all faults. */
	reset(): void {
		this.pending = [];
	}
}
