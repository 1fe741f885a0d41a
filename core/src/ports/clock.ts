/** Wall clock, ms since epoch. Only edges ask it; detection lives in event time. */
export type Clock = () => number
