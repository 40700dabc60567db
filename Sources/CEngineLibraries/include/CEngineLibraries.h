// The engines' and codecs' libraries, loaded by the processes that speak and by no others.
//
// Linked in the usual way they would be loaded whenever the program starts: some 150 files, 35 ms, and 24 MB of a server that never calls them. Here their
// functions are defined anew, and lead on to the libraries' own once these are loaded.
#ifndef CENGINELIBRARIES_H
#define CENGINELIBRARIES_H

/// Loads all of them. To be called before the process shuts itself in; a function that is called earlier loads its own library.
///
/// Answers why one can't be loaded, in a text that stays; NULL when all are there.
const char *CEngineLibraries_load(void);

#endif
