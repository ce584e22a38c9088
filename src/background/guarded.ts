/** Runs jobs one after the other. One that fails says so once, and does not hold up the others. */
export function guarded(jobs: Readonly<Record<string, (now: number) => void>>): (now: number) => void {
  const told = new Set<string>()
  return (now) => {
    for (const [name, job] of Object.entries(jobs)) {
      try {
        job(now)
      } catch (error) {
        if (!told.has(name)) console.warn(`Keiho could not ${name}`, error)
        told.add(name)
      }
    }
  }
}
