import { workerData } from 'node:worker_threads';
import { drawCard } from '../cards/draw-card.ts';
import { writeCards, type CardWork } from './write-cards.ts';

await writeCards(workerData as CardWork, drawCard);
