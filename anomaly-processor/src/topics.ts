/** Topics behind app-logs. All are small: sums, findings and incidents, not lines. */
/** A partition for each shard of detection. */
export const OBSERVATIONS_TOPIC = 'log-observations'
export const FINDINGS_TOPIC = 'findings'
export const INCIDENTS_TOPIC = 'incidents'
