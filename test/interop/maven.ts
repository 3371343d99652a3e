/**
 * Java archives from Maven's repository, each with what it needs, in a folder of their own.
 */
import type { Installable } from './subjects.js'

/** `group:name:version` of a library. Needs Maven 3 and a Java to run what it brings. */
export const maven = (
  group: string,
  name: string,
  version: string
): Pick<Installable, 'name' | 'version' | 'kind' | 'tool' | 'install'> => ({
  name,
  version,
  kind: 'Java library',
  tool: 'mvn',
  install: (dir) => {
    const dependency = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1'
    const pom = `${dir}/${name}-${version}.pom`
    return [
      {
        file: 'mvn',
        args: [
          '-q',
          '-B',
          `${dependency}:copy`,
          `-Dartifact=${group}:${name}:${version}:pom`,
          `-DoutputDirectory=${dir}`
        ]
      },
      {
        file: 'mvn',
        args: [
          '-q',
          '-B',
          '-f',
          pom,
          `${dependency}:copy-dependencies`,
          '-DincludeScope=runtime',
          `-DoutputDirectory=${dir}`
        ]
      },
      {
        file: 'mvn',
        args: ['-q', '-B', `${dependency}:copy`, `-Dartifact=${group}:${name}:${version}`, `-DoutputDirectory=${dir}`]
      }
    ]
  }
})
