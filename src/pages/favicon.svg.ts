import { stampIcon } from '../components/icon.ts';

export async function GET(): Promise<Response> {
	return new Response(stampIcon(), { headers: { 'Content-Type': 'image/svg+xml' } });
}
