/** Runs jobs one after the other. A job that throws is logged once, and does not stop the others. */
export function createJobRunner(
  jobs: Readonly<Record<string, (now: number) => void>>,
): (now: number) => void {
  const failed = new Set<string>()
  return (now) => {
    for (const [name, job] of Object.entries(jobs)) {
      try {
        job(now)
      } catch (error) {
        if (!failed.has(name)) console.warn(`Keiho could not ${name}`, error)
        failed.add(name)
      }
    }
  }
}
