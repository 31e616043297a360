/** What the test run, npm, a CI runner and the developer's shell have set, and a user has not. */
const OF_OTHERS = /^(?:NODE_|VITEST|npm_|GITHUB_|LC_|RESURS_)|^(?:LANG|LANGUAGE|TZ|NO_COLOR|FORCE_COLOR|INIT_CWD)$/;

/** The environment of a process that a test starts: what a user has, and what the test adds. */
export function environment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !OF_OTHERS.test(name));
  return { ...Object.fromEntries(own), ...more };
}
