/** Uniform in [0, 1). Seeded where a run must be repeatable. */
export type Random = () => number
