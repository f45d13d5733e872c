// node describe.mjs FOLDER: leaves GitHub's published description, cut to the operations that EvalGate calls, as FOLDER/github.json.
import { execSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const [name, version, source] = ['@octokit/openapi', '23.0.2', 'package/generated/api.github.com.json'];
const folder = process.argv[2];
const repository = '/repos/{owner}/{repo}';
const operations = {
  '/user': ['get'],
  [`${repository}/pulls/{pull_number}`]: ['get'],
  [`${repository}/issues/{issue_number}/comments`]: ['get', 'post'],
  [`${repository}/issues/comments/{comment_id}`]: ['patch', 'delete'],
  [`${repository}/statuses/{sha}`]: ['post'],
  [`${repository}/commits/{commit_sha}/pulls`]: ['get'],
  [`${repository}/check-runs`]: ['post'],
  [`${repository}/check-runs/{check_run_id}`]: ['patch'],
  [`${repository}/collaborators/{username}/permission`]: ['get'],
  [`${repository}/actions/artifacts`]: ['get'],
  [`${repository}/actions/artifacts/{artifact_id}/{archive_format}`]: ['get'],
  [`${repository}/actions/runs/{run_id}`]: ['get'],
  [`${repository}/contents/{path}`]: ['get'],
  [`${repository}/git/commits/{commit_sha}`]: ['get'],
  [`${repository}/git/commits`]: ['post'],
  [`${repository}/git/trees`]: ['post'],
  [`${repository}/git/trees/{tree_sha}`]: ['get'],
  [`${repository}/git/refs/{ref}`]: ['patch'],
};

function published() {
  const unpacked = `${folder}/${version}`;
  if (!existsSync(`${unpacked}/${source}`)) {
    mkdirSync(unpacked, { recursive: true });
    const options = { cwd: unpacked, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] };
    const archive = execSync(`npm pack --silent ${name}@${version}`, options).trim();
    execSync(`tar -xzf ${archive} ${source}`, options);
  }
  return JSON.parse(readFileSync(`${unpacked}/${source}`, 'utf8'));
}

// Calls `change` for every object below.
function each(node, change) {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node)) change(node);
  Object.values(node).forEach(value => each(value, change));
}

// OpenAPI 3.0 says "or null" beside the type, JSON Schema within it.
function allowNull(schema) {
  if (schema.nullable !== true) return;
  if (typeof schema.type !== 'string') throw new Error(`no type that could be null: ${JSON.stringify(schema)}`);
  delete schema.nullable;
  schema.type = [schema.type, 'null'];
  if (Array.isArray(schema.enum) && !schema.enum.includes(null)) schema.enum.push(null);
}

// What is not described is not there.
function close(schema) {
  if (schema.properties && schema.type !== undefined && !schema.allOf) schema.additionalProperties ??= false;
}

// A fake may leave out what nobody reads, but says nothing that GitHub would not say.
function mayBeSilent(schema) {
  close(schema);
  if (Array.isArray(schema.required)) delete schema.required;
  if (Array.isArray(schema.oneOf)) { schema.anyOf = schema.oneOf; delete schema.oneOf; }
}

const whole = published();
const paths = {};
const schemas = {};

// Only schemas stay apart; parameters and answers stand where they are used.
const inPlace = node => (node.$ref ? structuredClone(whole.components[node.$ref.split('/')[2]][node.$ref.split('/')[3]]) : node);

function follow(node) {
  each(node, part => {
    const name = part.$ref?.split('/')[3];
    if (name === undefined || schemas[name]) return;
    schemas[name] = whole.components.schemas[name];
    follow(schemas[name]);
  });
}

for (const [path, verbs] of Object.entries(operations)) {
  paths[path] = {};
  for (const verb of verbs) {
    const { parameters = [], requestBody, responses } = whole.paths[path]?.[verb] ?? {};
    if (!responses) throw new Error(`${name} ${version} describes no ${verb} ${path}`);
    const answers = Object.entries(responses).map(([status, answer]) => [status, inPlace(answer)]);
    // A header's example is a link to the real API.
    answers.forEach(([, answer]) => delete answer.headers);
    const operation = { parameters: parameters.map(inPlace), requestBody, responses: Object.fromEntries(answers) };
    each(operation, node => ['examples', 'example', 'discriminator'].forEach(key => delete node[key]));
    follow(operation);
    each(requestBody, node => {
      if (node.$ref) throw new Error(`a body that is shared with answers: ${node.$ref}`);
      close(node);
    });
    each(operation.responses, mayBeSilent);
    each(operation, allowNull);
    paths[path][verb] = operation;
  }
}
each(schemas, node => ['examples', 'example', 'discriminator'].forEach(key => delete node[key]));
each(schemas, mayBeSilent);
each(schemas, allowNull);

// Limits that the description tells in prose, or not at all.
const body = (path, verb) => paths[repository + path][verb].requestBody.content['application/json'].schema;
body('/issues/{issue_number}/comments', 'post').properties.body.maxLength = 65536;
body('/issues/comments/{comment_id}', 'patch').properties.body.maxLength = 65536;
body('/statuses/{sha}', 'post').properties.description.maxLength = 140;
each(paths, node => { if (node.in === 'query' && node.name === 'per_page') node.schema.maximum = 100; });
for (const [path, verb] of [['/check-runs', 'post'], ['/check-runs/{check_run_id}', 'patch']]) {
  const annotation = body(path, verb).properties.output.properties.annotations.items.properties;
  annotation.title.maxLength = 255;
  annotation.message.maxLength = annotation.raw_details.maxLength = 65535;
  for (const place of ['start_line', 'end_line', 'start_column', 'end_column']) annotation[place].minimum = 1;
}
const completed = { properties: { status: { enum: ['completed'] } }, required: ['status'] };
body('/check-runs', 'post').anyOf = [{ ...completed, required: ['status', 'conclusion'] }, { not: completed }];

writeFileSync(`${folder}/github.json`, JSON.stringify({ openapi: '3.1.0', info: whole.info, servers: [{ url: '/' }], paths, components: { schemas } }));
