import { BACKUP_ORIGIN, MAIN_ORIGIN } from '../../wechatpay/hosts';
import type { Timing } from './timing';

/** milliseconds for which calls begin at the other host, when one could not be reached */
const A_WHILE = 300_000;

/**
 * Which of WeChat Pay's two hosts calls go to. The backup host stands in for the main host only, not for one
 * that the user configured.
 */
export class Origins {
	private reached = MAIN_ORIGIN;
	private until = -Infinity;

	constructor(private readonly timing: Pick<Timing, 'now'>) {}

	/**
	 * @param origin where the call is to go
	 * @param baseUrl origin of the credential's base URL
	 * @returns where to go first
	 */
	first(origin: string, baseUrl: string): string {
		const isMain = origin === MAIN_ORIGIN && baseUrl === MAIN_ORIGIN;
		return isMain && this.timing.now() < this.until ? this.reached : origin;
	}

	/** @returns where to go when no connection to an origin came about */
	otherThan(origin: string, baseUrl: string): string {
		if (baseUrl !== MAIN_ORIGIN) return baseUrl;
		this.reached = origin === MAIN_ORIGIN ? BACKUP_ORIGIN : MAIN_ORIGIN;
		this.until = this.timing.now() + A_WHILE;
		return this.reached;
	}
}
