import { KeyCache, keysOfProcess } from '../../wechatpay/keyCache';
import { KeptCallers } from './keptCallers';
import { Origins } from './origins';
import { Paces } from './paces';
import { TakenNotifications } from './takenNotifications';
import { realTiming, type Timing } from './timing';

/** What all executions, triggers and editors share. It is handed to them, so that each test has its own. */
export class Shared {
	readonly paces: Paces;
	readonly origins: Origins;
	readonly keptCallers: KeptCallers;
	/** what addresses of triggers had taken the place of that are off, while another one has theirs */
	readonly givenUpAddresses = new Map<string, string>();
	readonly notifications = new TakenNotifications();

	constructor(
		readonly timing: Timing,
		readonly keys = new KeyCache(),
	) {
		this.keptCallers = new KeptCallers(timing);
		this.paces = new Paces(timing);
		this.origins = new Origins(timing);
	}
}

/** What is shared in this process. */
export const ofProcess = new Shared(realTiming, keysOfProcess);
