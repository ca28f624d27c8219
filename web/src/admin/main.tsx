import { render } from "preact";
import "./admin.css";
import { Administration } from "./administration.js";

const root = document.getElementById("app");
if (root) render(<Administration />, root);
