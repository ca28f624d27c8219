import "./styles.css";
import de from "./texts/de.json";

const app = document.getElementById("app");
if (app) app.textContent = de.product;
