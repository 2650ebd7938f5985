/** The pulse: a year of both sides as plain geometry, them above the line, the user below. */
export { interactionWeight } from './weight';
