// Writes a CycloneDX 1.6 list of what a binary runs on, the Debian packages of its libraries, and of the npm packages in
// its pages: write_sbom.mjs BINARY FILE.  What only builds or tests is no part of it.
// Errors: ends with 1 where a library is of no package, or the list is not as the schema wants it.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { Enums, Models, Serialize, Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { PackageURL } from 'packageurl-js';

const idsOfSpdx = createRequire(import.meta.url)('spdx-license-ids');
const [binary, file] = process.argv.slice(2);
const output = (command, ...words) => execFileSync(command, words, { encoding: 'utf8' });

/// The package that has the file, whose directory may be known by its old name (/lib for /usr/lib).
function ownerOf(library) {
  for (const name of [library, realpathSync(library), `/usr${library}`, library.replace(/^\/usr/, '')]) {
    const { status, stdout } = spawnSync('dpkg-query', ['--search', name], { encoding: 'utf8' });
    if (status === 0) return stdout.split(': ')[0].split(',')[0];
  }
  throw new Error(`${library} is of no package`);
}

// Debian's short names that SPDX writes in another way.
const SPDX = { Expat: 'MIT', 'BSD-3-clause': 'BSD-3-Clause', 'BSD-2-clause': 'BSD-2-Clause', 'Apache-2': 'Apache-2.0', Unicode: 'Unicode-DFS-2015',
  'GPL-2+': 'GPL-2.0-or-later', 'GPL-3+': 'GPL-3.0-or-later', 'LGPL-2.1+': 'LGPL-2.1-or-later', 'zlib': 'Zlib' };

/// The short names in a copyright file that machines can read (DEP 5); none in any other.
function licencesOf(name) {
  const place = `/usr/share/doc/${name}/copyright`;
  const text = existsSync(place) ? readFileSync(place, 'utf8') : '';
  if (!/^Format:/i.test(text)) return [];
  const paragraphs = text.split(/\n\s*\n/).filter((one) => /^Files:/m.test(one));
  return [...new Set(paragraphs.map((one) => /^License:[ \t]*(\S.*)$/m.exec(one)?.[1].trim()).filter(Boolean))].sort();
}

function licence(name) {
  const id = SPDX[name] ?? name;
  return idsOfSpdx.includes(id) ? new Models.SpdxLicense(id) : new Models.NamedLicense(name);
}

const release = Object.fromEntries(readFileSync('/etc/os-release', 'utf8').split('\n').filter(Boolean).map((line) => line.replaceAll('"', '').split(/=(.*)/s)));

function component(owner) {
  const format = '${Package}\t${Version}\t${Architecture}\t${source:Package}\t${Maintainer}\t${Homepage}';
  const [name, version, architecture, source, maintainer, homepage] = output('dpkg-query', '--show', `--showformat=${format}`, owner).split('\t');
  const qualifiers = { arch: architecture, distro: `${release.ID}-${release.VERSION_ID}` };
  const made = new Models.Component(Enums.ComponentType.Library, name, {
    bomRef: `${name}@${version}`, version, purl: new PackageURL('deb', release.ID, name, version, qualifiers),
    supplier: new Models.OrganizationalEntity({ name: maintainer }),
    licenses: new Models.LicenseRepository(licencesOf(name).map(licence)),
    properties: new Models.PropertyRepository([new Models.Property('debian:source', source)]),
  });
  if (homepage) made.externalReferences.add(new Models.ExternalReference(homepage, Enums.ExternalReferenceType.Website));
  return made;
}

function readLibraries() {
  const found = output('ldd', binary).split('\n').filter((line) => line.trim() && !line.includes('linux-vdso'));
  for (const line of found) if (line.includes('not found')) throw new Error(line.trim());
  return found.map((line) => /(\/\S+) \(0x/.exec(line)[1]);
}

/// The packages of server/*/package-lock.json that are not for building alone.
function pageComponents() {
  const server = new URL('../server/', import.meta.url);
  const locks = readdirSync(server).map((folder) => new URL(`${folder}/package-lock.json`, server)).filter((lock) => existsSync(lock));
  const packages = locks.flatMap((lock) => Object.entries(JSON.parse(readFileSync(lock, 'utf8')).packages));
  return packages.filter(([place, { dev }]) => place && !dev).map(([place, { version, license }]) => {
    const name = place.replace(/.*node_modules\//, '');
    const [scope, own] = name.startsWith('@') ? name.split('/') : [null, name];
    return new Models.Component(Enums.ComponentType.Library, name, {
      bomRef: `${name}@${version}`, version, purl: new PackageURL('npm', scope, own, version),
      licenses: new Models.LicenseRepository(license ? [licence(license)] : []),
    });
  });
}

const version = output(binary, '--version').trim().split(' ')[1];
const program = new Models.Component(Enums.ComponentType.Application, 'crosscheck', { version, bomRef: `crosscheck@${version}` });
const bom = new Models.Bom({ metadata: new Models.Metadata({ component: program }) });
const libraries = [...new Set(readLibraries().map(ownerOf))].sort().map(component);
for (const one of [...libraries, ...pageComponents()]) {
  bom.components.add(one);
  program.dependencies.add(one.bomRef);
}

const text = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6)).serialize(bom, { sortLists: true, space: 2 });
const faults = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text);
if (faults !== null) throw new Error(`not as the schema of CycloneDX wants it: ${JSON.stringify(faults)}`);
writeFileSync(file, `${text}\n`);
console.log(`${file}: ${bom.components.size} packages, as the schema of CycloneDX 1.6 wants it`);
