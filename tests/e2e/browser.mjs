/** Finds a Chromium for the browser tests, or fetches one. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

/** @returns {string[]} where installers put it */
function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['', homedir()].flatMap((home) => [
      `${home}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
      `${home}/Applications/Chromium.app/Contents/MacOS/Chromium`,
      `${home}/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
    ]);
  }
  if (process.platform === 'win32') {
    const roots = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']];
    return roots.flatMap((root) =>
      root ? [join(root, 'Google/Chrome/Application/chrome.exe'), join(root, 'Microsoft/Edge/Application/msedge.exe')] : [],
    );
  }
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** @returns {string[]} browsers that Playwright has fetched before, newest first */
function playwrightsOwn() {
  const folder = {
    linux: join(homedir(), '.cache/ms-playwright'),
    darwin: join(homedir(), 'Library/Caches/ms-playwright'),
    win32: join(process.env['LOCALAPPDATA'] ?? homedir(), 'ms-playwright'),
  }[String(process.platform)];
  const cache = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? folder;
  if (!cache || !existsSync(cache)) return [];
  const programs = [
    'chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-linux/headless_shell', 'chrome-win/chrome.exe', 'chrome-win64/chrome.exe',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium', 'chrome-mac-arm64/Chromium.app/Contents/MacOS/Chromium',
  ];
  return readdirSync(cache)
    .filter((name) => name.startsWith('chromium'))
    .sort()
    .reverse()
    .flatMap((name) => programs.map((program) => join(cache, name, program)));
}

/** @returns {string | null} the program, null where there is none */
export function findBrowser() {
  const named = process.env['CHROME_PATH'] ?? process.env['CHROMIUM_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
  }
  return [...usualPlaces(), ...playwrightsOwn()].find((path) => existsSync(path)) ?? null;
}

/**
 * Runs an installer; that it fails is an answer too.
 * @param {string} program
 * @param {string[]} args
 */
function attempt(program, args) {
  try {
    execFileSync(program, args, { stdio: 'ignore', timeout: 300_000 });
  } catch {
    // The next way is tried, and in the end one sentence says that none worked.
  }
}

/**
 * @param {(sentence: string) => void} say
 * @returns {string} the program
 * @throws {Error} a sentence, where none can be had
 */
export function findOrFetchBrowser(say) {
  const ways = [
    () => {},
    () => {
      say('No Chromium or Chrome is installed; fetching Playwright’s.');
      attempt(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
    },
    () => {
      if (process.platform !== 'linux' || process.getuid?.() !== 0) return;
      say('Playwright’s could not be fetched; installing the package of the system.');
      attempt('apt-get', ['update']);
      attempt('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
    },
  ];
  for (const way of ways) {
    way();
    const found = findBrowser();
    if (found) return found;
  }
  throw new Error(
    'The browser tests need Chromium or Chrome, and none is installed or could be fetched. ' +
      'Install one, or name its program: CHROME_PATH=/path/to/chrome npm test',
  );
}
