// Filled by shared-texts.js when the functions file is built.
