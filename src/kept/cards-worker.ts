import { workerData } from 'node:worker_threads';
import { drawCard } from '../cards/draw-card.ts';
import type { CardWork } from './write-cards-beside.ts';
import { writeCards } from './write-cards.ts';

const { root, cards, folder } = workerData as CardWork;
await writeCards(root, cards, folder, drawCard);
