// What makes the pages quicker to use; nothing needs it.
import "./keys.js";
import "./linking.js";
import "./forms.js";
import "./jobs.js";
