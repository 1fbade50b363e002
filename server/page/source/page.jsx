// The page: starts the application.
import { render } from 'preact';

render(<h1>crosscheck</h1>, document.body);
