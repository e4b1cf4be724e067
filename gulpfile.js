const { rm } = require('node:fs/promises');
const { dest, parallel, src } = require('gulp');

/** Removes what earlier builds left, so that no deleted file is published. */
function clean() {
	return rm('dist', { recursive: true, force: true });
}

/** Codex files and output schemas stay beside their node. */
function copyNodeData() {
	return src('nodes/**/*.json').pipe(dest('dist/nodes'));
}

/** Nodes and credentials name their icons as ../../icons and ../icons. */
function copyIcons() {
	return src('icons/**/*.svg', { encoding: false }).pipe(dest('dist/icons'));
}

module.exports = { clean, copy: parallel(copyNodeData, copyIcons) };
