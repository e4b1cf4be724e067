const NAME_OF_PERSON = /(^|[^a-z])((open|union)_?id|(mobile|phone)([ _]?(no|number))?)$/i;

/** OpenIDs and UnionIDs: 28 or 29 characters, the first an o, and not small letters only, as a name in snake_case. */
const ID_OF_PERSON = /(?<![A-Za-z\d])o(?=[\w-]{0,27}[A-Z\d])[\w-]{27,28}(?![A-Za-z\d])/g;
const MOBILE_PHONE = /(?<=(?<![\w.])(?:\+?86[ -]?)?)1[3-9]\d{9}(?!\w|\.\d)/g;

/** Shorter values are nobody's, and say what is wrong with them. */
const SHORTEST = 11;

/** Whether values of this name identify a person; the name is WeChat Pay's, a path of names, or a label. */
export function identifiesPerson(name: string): boolean {
	return NAME_OF_PERSON.test(name);
}

/** @returns what identifies a person, so short that it is found by who knows it: `oUpF8u…WeS6oZ` */
export function shortened(value: string): string {
	if (value.length < SHORTEST || /^.{3,6}…/.test(value)) return value;
	const kept = Math.min(6, Math.floor(value.length / 3));
	return `${value.slice(0, kept)}…${value.slice(-kept)}`;
}

/** @returns a text in which OpenIDs, UnionIDs and numbers of mobile phones are shortened, whoever wrote it */
export function withoutPersons(text: string): string {
	return text.replace(ID_OF_PERSON, shortened).replace(MOBILE_PHONE, shortened);
}
