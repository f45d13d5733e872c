// node prism.mjs FOLDER UPSTREAM: Prism as a proxy, on a port that the system gives it and it tells, that refuses whatever FOLDER/github.json does not describe.
import { execSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [, , folder, upstream] = process.argv;
const home = `${folder}/prism-5.14.2`;
const program = `${home}/node_modules/@stoplight/prism-cli/dist/index.js`;
if (!existsSync(program)) {
  mkdirSync(home, { recursive: true });
  execSync('npm install --silent --no-audit --no-fund --prefix . @stoplight/prism-cli@5.14.2', { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] });
}

process.argv = [process.argv[0], program, 'proxy', '--errors', '--host', '127.0.0.1', '--port', '0', `${folder}/github.json`, upstream];
await import(pathToFileURL(program).href);
