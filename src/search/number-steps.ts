// What JSON writes as one byte and as itself: all that ASCII shows but `"` and `\`.
const characters = Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCharCode(0x20 + at))
	.filter((character) => !'"\\'.includes(character))
	.join('');

// So many numbers are one character, as most steps are. The other characters say that more follow.
const last = 80;
const more = characters.length - last;

/** Numbers as a text, in which small ones are one character; it compresses better than their digits. */
export function packNumbers(numbers: readonly number[]): string {
	// A string that grows keeps 32 bytes for each character.
	const text: string[] = [];
	for (let number of numbers) {
		for (; number >= last; number = Math.floor((number - last) / more))
			text.push(characters[last + ((number - last) % more)]!);
		text.push(characters[number]!);
	}
	return text.join('');
}

const values = Uint8Array.from({ length: 0x7f }, (_, code) =>
	Math.max(0, characters.indexOf(String.fromCharCode(code))),
);

/** The numbers of such a text. */
export function unpackNumbers(text: string): number[] {
	const numbers: number[] = [];
	let [sum, unit] = [0, 1];
	for (let at = 0; at < text.length; at++) {
		const value = values[text.charCodeAt(at)]!;
		sum += value * unit;
		if (value < last) {
			numbers.push(sum);
			[sum, unit] = [0, 1];
		} else unit *= more;
	}
	return numbers;
}

/** Rising numbers as the steps between them, which are smaller: `3 4 9` is `3 1 5`. */
export function packRising(numbers: readonly number[]): string {
	return packNumbers(numbers.map((number, index) => number - (numbers[index - 1] ?? 0)));
}

/** The numbers of a text of steps. */
export function unpackRising(text: string): number[] {
	return sumSteps(unpackNumbers(text));
}

/** The numbers that steps lead to. */
export function sumSteps(steps: readonly number[]): number[] {
	let sum = 0;
	return steps.map((step) => (sum += step));
}
