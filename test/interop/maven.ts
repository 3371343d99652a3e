/**
 * Java archives from Maven's repository, each with what it needs, in a folder of their own.
 */
import type { Command, Installable } from './subjects.js'

const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1'

const mvn = (...args: ReadonlyArray<string>): Command => ({ file: 'mvn', args: ['-q', '-B', ...args] })

/** Copies what the project of a pom needs at run time to `to`. */
export const copyDependencies = (pom: string, to: string): Command =>
  mvn('-f', pom, `${PLUGIN}:copy-dependencies`, '-DincludeScope=runtime', `-DoutputDirectory=${to}`)

/** `group:name:version` of a library. Needs Maven 3 and a Java to run what it brings. */
export const maven = (
  group: string,
  name: string,
  version: string
): Pick<Installable, 'name' | 'version' | 'kind' | 'install'> => ({
  name,
  version,
  kind: 'Java library',
  install: (dir) => {
    const copy = (artifact: string): Command =>
      mvn(`${PLUGIN}:copy`, `-Dartifact=${artifact}`, `-DoutputDirectory=${dir}`)
    return [
      copy(`${group}:${name}:${version}:pom`),
      copyDependencies(`${dir}/${name}-${version}.pom`, dir),
      copy(`${group}:${name}:${version}`)
    ]
  }
})
