/**
 * Whether an error is a new best: only a strictly smaller finite one is. The rule of the server's TrialStatusRules.Improves, held to the same table of cases.
 * @param {number | null} error of a trial; null for one that handed in none
 * @param {number | null} best the smallest so far; null before the first
 */
export const improves = (error, best) => Number.isFinite(error) && (best === null || error < best);
