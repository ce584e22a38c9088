import type { SentAlert } from '../../storage/sent-alert.ts'

const suffix = /#(notice|warning|danger)(-turned)?$/

/**
 * Id of an alert's notification: that of its episode, and of a later alert of it one that names what was told. The
 * browser tells of a notification that stands its id alone, and a worker that woke has to know which alert it was.
 *
 * @param sent alerts before it
 */
export function alertId({ episode, tier, fell }: SentAlert, sent: readonly SentAlert[]): string {
  const isFirst = !sent.some((known) => known.episode === episode)
  return isFirst ? episode : `${episode}#${tier}${fell ? '-turned' : ''}`
}

/** Ids under which earlier alerts of its episode may still stand. */
export function earlierIds({ episode }: SentAlert, sent: readonly SentAlert[]): readonly string[] {
  const earlier = sent.filter((known) => known.episode === episode)
  return earlier.length === 0 ? [] : [episode, ...earlier.map((known) => alertId(known, [known]))]
}

/** Whether just this was told of its episode before, and remembered. */
export const isRepeated = (alert: SentAlert, sent: readonly SentAlert[]): boolean =>
  sent.some(
    ({ episode, tier, fell }) => episode === alert.episode && tier === alert.tier && fell === alert.fell,
  )

/** Id of the episode of a notification. */
export const episodeIdOf = (notification: string): string => notification.replace(suffix, '')
