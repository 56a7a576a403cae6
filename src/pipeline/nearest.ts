// By itself, for a thread that needs no more of the pipeline.
export {
	nearestTexts,
	type KnownNearest,
	type Nearest,
	type NearestFinder,
	type PaperText,
} from '../enrich/related/nearest-texts.ts';
