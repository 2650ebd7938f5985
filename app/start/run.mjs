/** Runs another program as one step of the start. */
import { spawn } from 'node:child_process';

/** A step did not work; `message` is a sentence for the person at the terminal. */
export class StepFailed extends Error {}

/**
 * Runs a program and waits for it. Its output is kept back and shown only when it fails.
 * @param {string} program
 * @param {string[]} args
 * @param {{ failed: string, shell?: boolean, env?: Record<string, string> }} options `failed`: the sentence if it does
 * @returns {Promise<string>} what it printed
 * @throws {StepFailed}
 */
export function run(program, args, { failed, shell = false, env = {} }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => reject(new StepFailed(`${failed}\n${error.message}`)));
    child.on('close', (code) => {
      const printed = Buffer.concat(chunks).toString('utf8').trim();
      if (code === 0) resolve(printed);
      else reject(new StepFailed(`${printed}\n\n${failed}`));
    });
  });
}

/**
 * Runs a Node script of an installed package, without npx and its second of looking around.
 * @param {string} script path from the project's root
 * @param {string[]} args
 * @param {{ failed: string, env?: Record<string, string> }} options
 */
export function runNode(script, args, options) {
  return run(process.execPath, [script, ...args], options);
}
