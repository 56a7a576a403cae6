// Imported first, because Astro and Vite read the environment as they load.
process.env['NODE_ENV'] = 'production';
// A build needs no network, and tells nobody of itself.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

// What code reads as `import.meta.env.PROD` is taken from a variable of that name where there is
// one. A build depends on its content and options, not on what a shell has set for others.
for (const name of ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR']) {
	delete process.env[name];
}
