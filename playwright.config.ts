import { defineConfig } from '@playwright/test';

const reportDirectory = 'e2e-test-report';

/**
 * The journeys start the backend they need by themselves. `npm test` chooses
 * the browser and names it in the environment; without it Playwright's own runs.
 */
export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  outputDir: `${reportDirectory}/artifacts`,
  // On a busy machine a portal alone can take minutes to start and fill.
  timeout: 480_000,
  expect: { timeout: 15_000 },
  // Each has a portal of its own, and mostly waits for what it does by itself.
  fullyParallel: true,
  workers: 3,
  retries: 0,
  forbidOnly: true,
  reporter: [
    ['line'],
    ['json', { outputFile: `${reportDirectory}/results.json` }],
  ],
  projects: [
    { name: 'app', grepInvert: /@alone/ },
    // What is timed has the machine to itself.
    { name: 'alone', grep: /@alone/, dependencies: ['app'] },
  ],
  use: {
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH,
      args: [
        // A root user and a container have no sandbox to offer; nothing but
        // the portal under test is ever opened.
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
