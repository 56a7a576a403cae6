import { VFile } from 'vfile';
import { parseRegister } from './register.ts';

/**
 * What keeps a register from extending one that was published, a sentence for each address that means
 * something else by now; none, if it does extend it.
 */
export function registerBreaches(published: string, now: string): string[] {
	if (now.startsWith(published)) return [];
	const [before, after] = [published, now].map((value) => parseRegister(new VFile({ value })));
	const changed = [...before!.meanings].flatMap(([address, { means }]) => {
		const other = after!.meanings.get(address)?.means;
		if (other === means) return [];
		return other === undefined
			? [`${address} was given, and is not in the register any more`]
			: [`${address} was given for ${means}, and now means ${other}`];
	});
	return [...changed, rewritten(published.split('\n'), now.split('\n'))];
}

function rewritten(published: readonly string[], now: readonly string[]): string {
	const index = published.findIndex((line, place) => line !== now[place]);
	return (
		`Line ${index + 1} is not the one that was published: every line stays, and new ones follow. ` +
		'If branches were merged, `npm run ingest -- --repair --published SITE` extends what was published'
	);
}
