import { sign } from 'node:crypto';
import { type KeyPair, pemFile } from './keys.mts';

/** One DER element. Lengths up to 65535. */
function der(tag: number, ...content: Buffer[]): Buffer {
	const value = Buffer.concat(content);
	const { length } = value;
	const size =
		length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
	return Buffer.concat([Buffer.from([tag, ...size]), value]);
}

const sequence = (...content: Buffer[]): Buffer => der(0x30, ...content);
const integer = (value: number): Buffer => der(0x02, Buffer.from([value]));
const bits = (value: Buffer): Buffer => der(0x03, Buffer.from([0]), value);
const utcTime = (value: string): Buffer => der(0x17, Buffer.from(value));

const SHA256_WITH_RSA = Buffer.from('300d06092a864886f70d01010b0500', 'hex');
const COMMON_NAME = Buffer.from('0603550403', 'hex');
const NAME = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from('Merchant')))));

function signed(content: Buffer, { privateKey }: KeyPair): Buffer {
	return sequence(content, SHA256_WITH_RSA, bits(sign('RSA-SHA256', content, privateKey)));
}

/** A self-signed certificate, such as apiclient_cert.pem. */
export function certificatePem(keys: KeyPair): string {
	const content = sequence(
		der(0xa0, integer(2)),
		integer(1),
		SHA256_WITH_RSA,
		NAME,
		sequence(utcTime('250101000000Z'), utcTime('450101000000Z')),
		NAME,
		keys.publicKey.export({ type: 'spki', format: 'der' }),
	);
	return pemFile('CERTIFICATE', signed(content, keys));
}

/** A certificate request, such as the one that WeChat Pay's certificate tool makes. */
export function certificateRequestPem(keys: KeyPair): string {
	const content = sequence(
		integer(0),
		NAME,
		keys.publicKey.export({ type: 'spki', format: 'der' }),
		der(0xa0),
	);
	return pemFile('CERTIFICATE REQUEST', signed(content, keys));
}
