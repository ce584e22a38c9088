import packageJson from '../../package.json' with { type: 'json' }

/** What is uploaded: a package for each store, and the sources that Firefox's reviewers build from. */
export const packageNames = ['chrome', 'edge', 'firefox', 'source'] as const
export type PackageName = (typeof packageNames)[number]

/** The version of everything that is built: it stands in package.json alone. */
export const version = packageJson.version

/** Path of a package of this version. */
export const packagePath = (name: PackageName) => `artifacts/keiho-${version}-${name}.zip`
