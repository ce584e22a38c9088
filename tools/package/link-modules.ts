import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'

/**
 * Gives a folder the packages installed here, as hard links where the file system has them (1 s), else as a copy. Not
 * as a symbolic link: a build takes modules by their real path, and that would lie outside the folder.
 */
export function linkModules(folder: string): void {
  const linked = spawnSync('cp', ['-al', 'node_modules', `${folder}/node_modules`], { stdio: 'ignore' })
  if (linked.status !== 0)
    cpSync('node_modules', `${folder}/node_modules`, { recursive: true, verbatimSymlinks: true })
}
