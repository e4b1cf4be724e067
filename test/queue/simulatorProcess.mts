import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { CredentialValues, JsonObject } from '../simulator/index.mts';
import type { Delivery } from '../simulator/notifications/sender.mts';

/** A call that the simulator has got. */
export interface Call {
	method: string;
	path: string;
	/** Absent until answered. */
	status?: number;
	body: string;
}

/** A notification to send. */
export interface NotificationOrder {
	/** Where to. */
	url: string;
	/** WeChat Pay's event_type. */
	event: string;
	/** The envelope's; the same again makes a repetition. */
	id: string;
	/** What it tells in place of what the sample does. */
	resource?: JsonObject;
}

/** What the process can be asked; each takes one thing and answers with one. */
export interface Answers {
	/** All calls since the last time, oldest first. */
	takeCalls(): Call[];
	/** How many coupons each of the users has. */
	countCoupons(openids: string[]): number[];
	/** How many coupons have been confirmed by calls that are still to be taken. */
	countConfirmed(): number;
	/** Sends a notification once. */
	notify(order: NotificationOrder): Promise<Delivery>;
	/** Gives the coffee brand so many stores, and stocks that none of them is on. */
	openStores(count: number, stocks: string[]): void;
}

export type Question = keyof Answers;
type Asked<Name extends Question> = Parameters<Answers[Name]>;
type Answered<Name extends Question> = Awaited<ReturnType<Answers[Name]>>;

/** The simulator in a process of its own, as WeChat Pay is a machine of its own. */
export class SimulatorProcess {
	private asked = 0;
	private readonly waiting = new Map<number, (answer: unknown) => void>();

	private constructor(
		private readonly child: ChildProcess,
		readonly credential: CredentialValues,
	) {
		child.on('message', ({ number, answer }: { number: number; answer: unknown }) => {
			this.waiting.get(number)?.(answer);
			this.waiting.delete(number);
		});
	}

	static async start(): Promise<SimulatorProcess> {
		const file = join(import.meta.dirname, 'simulatorChild.mts');
		const child = fork(file, { execArgv: ['--import', 'tsx'] });
		const [credential] = (await once(child, 'message')) as [CredentialValues];
		return new SimulatorProcess(child, credential);
	}

	/** Asks the process something; questions do not wait for each other. */
	async ask<Name extends Question>(name: Name, ...asked: Asked<Name>): Promise<Answered<Name>> {
		const number = (this.asked += 1);
		const answer = new Promise((resolve, reject) => {
			this.waiting.set(number, resolve);
			this.child.send({ number, name, asked }, (error) => error && reject(error));
		});
		return (await answer) as Answered<Name>;
	}

	stop(): void {
		this.child.disconnect();
	}
}
