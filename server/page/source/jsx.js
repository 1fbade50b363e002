// What JSX stands for.
export { Fragment, h } from 'preact';
