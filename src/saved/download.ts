/** Hand a text to the reader as a file. */
export function download(name: string, text: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
	link.download = name;
	link.click();
	// The browser has the file's content once the click is handled.
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
