import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { RESURS_VERSION: JSON.stringify('0.0.0-test') },
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/tools/reporter.ts'],
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/**'],
      exclude: ['src/main.ts', 'src/start.ts'],
      reporter: ['text', 'json-summary'],
    },
  },
});
