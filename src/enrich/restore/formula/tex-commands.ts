/** What a command does in a formula. */
export type CommandRole =
	/** A Greek letter: `alpha` is also a word. */
	| 'greek'
	/** A letter or sign that stands for something: `ell`, `infty`. */
	| 'symbol'
	/** Stands between two things, or before one: `leq`, `approx`. */
	| 'relation'
	/** Stands between two things, or alone: `rightarrow`. */
	| 'arrow'
	/** Stands between two things: `cdot`, `times`. */
	| 'operator'
	/** Is applied to what follows: `log`, `sum`. */
	| 'function'
	/** Opens or closes a group. */
	| 'open'
	| 'close'
	/** Goes before a bracket: `left`, `big`. */
	| 'size'
	/** Sets the next letter in a font: `mathbf x`. */
	| 'font'
	/** Sets a sign over the next letter: `tilde O`. */
	| 'accent'
	/** Is written above only: `^top`. */
	| 'script';

export interface Command {
	readonly role: CommandRole;
	/** Whether it is no English word, and no abbreviation of one: met in a text it is left of a formula. */
	readonly isSure: boolean;
	/** How it is written, where that is not `\name`. */
	readonly tex?: string;
}

function commands(role: CommandRole, isSure: boolean, names: string): [string, Command][] {
	return names.split(' ').map((name) => [name, { role, isSure }]);
}

function named(role: CommandRole, names: string): [string, Command][] {
	return names
		.split(' ')
		.map((name) => [name, { role, isSure: false, tex: `\\mathrm{${name}}` }]);
}

/** The commands that formulas of abstracts are made of, by name. */
export const texCommands: ReadonlyMap<string, Command> = new Map([
	...commands(
		'greek',
		false,
		'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega ' +
			'Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega',
	),
	...commands('greek', true, 'varepsilon vartheta varphi varrho varsigma varpi'),
	...commands(
		'symbol',
		true,
		'ell hbar infty emptyset varnothing nabla forall ldots cdots vdots ddots aleph',
	),
	...commands('symbol', false, 'partial dots exists bot'),
	...commands(
		'relation',
		true,
		'leq geq neq leqslant geqslant lesssim gtrsim subseteq supseteq subsetneq notin propto simeq triangleq coloneqq preceq succeq',
	),
	...commands(
		'relation',
		false,
		'le ge ne ll gg approx sim equiv cong in subset supset mid prec succ asymp',
	),
	...commands(
		'arrow',
		true,
		'rightarrow leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow longrightarrow Longrightarrow uparrow downarrow ' +
			'mapsto longmapsto hookrightarrow nearrow searrow rightleftharpoons',
	),
	...commands('arrow', false, 'to'),
	...commands('operator', true, 'cdot oplus otimes odot ominus setminus'),
	...commands('operator', false, 'times pm mp circ cup cap wedge vee star div ast'),
	...commands('function', true, 'ln arctan arcsin arccos tanh sinh cosh limsup liminf'),
	...commands(
		'function',
		false,
		'log exp sin cos tan max min sup inf lim arg det dim gcd Pr sum prod int sqrt',
	),
	['argmax', { role: 'function', isSure: false, tex: '\\arg\\max' }],
	['argmin', { role: 'function', isSure: false, tex: '\\arg\\min' }],
	['loglog', { role: 'function', isSure: true, tex: '\\log\\log' }],
	...named('function', 'poly polylog diag rank tr sgn sign softmax erf vec'),
	...commands('open', true, 'langle lfloor lceil lVert lvert'),
	...commands('close', true, 'rangle rfloor rceil rVert rvert'),
	...commands('size', false, 'left right big Big bigg Bigg bigl bigr Bigl Bigr'),
	...commands(
		'font',
		true,
		'mathbf mathbb mathcal mathrm mathsf mathfrak mathscr mathit boldsymbol',
	),
	...commands('font', false, 'bf cal rm'),
	...commands('accent', true, 'widetilde widehat'),
	...commands('accent', false, 'hat bar tilde overline dot'),
	...commands('script', false, 'top prime dagger ddagger intercal perp'),
]);
