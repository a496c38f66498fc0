<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>AboutBox</name>
    <message>
        <source>About Bulletin Reader</source>
        <translation>About Bulletin Reader</translation>
    </message>
    <message>
        <source>Bulletin Reader</source>
        <translation>Bulletin Reader</translation>
    </message>
    <message>
        <source>Turns Chinese bulletin issues into a tree of clean, whole articles. Nothing is lost: what an article does not show is listed with its reason. The program never uses the network.</source>
        <translation>Turns Chinese bulletin issues into a tree of clean, whole articles. Nothing is lost: what an article does not show is listed with its reason. The program never uses the network.</translation>
    </message>
    <message>
        <source>Your marks, places and settings are kept in</source>
        <translation>Your marks, places and settings are kept in</translation>
    </message>
    <message>
        <source>&amp;Open Folder</source>
        <translation>&amp;Open Folder</translation>
    </message>
    <message>
        <source>What it is made of, under which licences</source>
        <translation>What it is made of, under which licences</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Text of the licence</translation>
    </message>
    <message>
        <source>&amp;Copy Report for a Bug</source>
        <translation>&amp;Copy Report for a Bug</translation>
    </message>
    <message>
        <source>Versions, screen and settings; nothing of what you read or wrote</source>
        <translation>Versions, screen and settings; nothing of what you read or wrote</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>The text of this licence is not at hand.</source>
        <translation>The text of this licence is not at hand.</translation>
    </message>
    <message>
        <source>The folder is not there yet, or nothing here can show it.</source>
        <translation>The folder is not there yet, or nothing here can show it.</translation>
    </message>
    <message>
        <source>Copied. It holds nothing of what you read or wrote.</source>
        <translation>Copied. It holds nothing of what you read or wrote.</translation>
    </message>
</context>
<context>
    <name>ArticleMenu</name>
    <message>
        <source>Open in Browser</source>
        <translation>Open in Browser</translation>
    </message>
    <message>
        <source>Copy Link Address</source>
        <translation>Copy Link Address</translation>
    </message>
    <message>
        <source>Find “{words}” in the Issue</source>
        <translation>Find “{words}” in the Issue</translation>
    </message>
    <message>
        <source>Look Up “{words}” in the Browser</source>
        <translation>Look Up “{words}” in the Browser</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Ctrl+click opens it in the browser</source>
        <translation>Ctrl+click opens it in the browser</translation>
    </message>
</context>
<context>
    <name>BringingFeature</name>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>There is no text on the clipboard.</translation>
    </message>
    <message>
        <source>Recognise Text</source>
        <translation>Recognise Text</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>Recognising “{name}” …</source>
        <translation>Recognising “{name}” …</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Send to</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Credit</translation>
    </message>
    <message>
        <source>today</source>
        <translation>today</translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation>1 day left</translation>
    </message>
    <message>
        <source>{count} days left</source>
        <translation>{count} days left</translation>
    </message>
    <message>
        <source>1 day ago</source>
        <translation>1 day ago</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>{count} days ago</translation>
    </message>
    <message>
        <source>printed {count} times</source>
        <translation>printed {count} times</translation>
    </message>
</context>
<context>
    <name>Citing</name>
    <message>
        <source>Copied with its source.</source>
        <translation>Copied with its source.</translation>
    </message>
    <message>
        <source>Copied as Markdown.</source>
        <translation>Copied as Markdown.</translation>
    </message>
    <message>
        <source>Copied with a reference (GB/T 7714).</source>
        <translation>Copied with a reference (GB/T 7714).</translation>
    </message>
    <message>
        <source>Select the text to copy first.</source>
        <translation>Select the text to copy first.</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Open…</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>Open &amp;Folder…</translation>
    </message>
    <message>
        <source>Open &amp;Sample Issues</source>
        <translation>Open &amp;Sample Issues</translation>
    </message>
    <message>
        <source>New from Clip&amp;board</source>
        <translation>New from Clip&amp;board</translation>
    </message>
    <message>
        <source>Read the text on the clipboard, and keep it as a file</source>
        <translation>Read the text on the clipboard, and keep it as a file</translation>
    </message>
    <message>
        <source>Recognise the text of scanned pages or a picture</source>
        <translation>Recognise the text of scanned pages or a picture</translation>
    </message>
    <message>
        <source>E&amp;xport or Print…</source>
        <translation>E&amp;xport or Print…</translation>
    </message>
    <message>
        <source>Print the article</source>
        <translation>Print the article</translation>
    </message>
    <message>
        <source>Ne&amp;w Window</source>
        <translation>Ne&amp;w Window</translation>
    </message>
    <message>
        <source>Re&amp;load</source>
        <translation>Re&amp;load</translation>
    </message>
    <message>
        <source>Read the file again; marks find their places</source>
        <translation>Read the file again; marks find their places</translation>
    </message>
    <message>
        <source>Reopen Closed Iss&amp;ue</source>
        <translation>Reopen Closed Iss&amp;ue</translation>
    </message>
    <message>
        <source>&amp;Close Issue</source>
        <translation>&amp;Close Issue</translation>
    </message>
    <message>
        <source>Cancel O&amp;pening</source>
        <translation>Cancel O&amp;pening</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>Select &amp;All</translation>
    </message>
    <message>
        <source>&amp;Filter Contents</source>
        <translation>&amp;Filter Contents</translation>
    </message>
    <message>
        <source>Search the Li&amp;brary…</source>
        <translation>Search the Li&amp;brary…</translation>
    </message>
    <message>
        <source>List all issues that were kept, and search in all of them</source>
        <translation>List all issues that were kept, and search in all of them</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>&amp;Contents</translation>
    </message>
    <message>
        <source>Show or hide the contents</source>
        <translation>Show or hide the contents</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>&amp;Original</translation>
    </message>
    <message>
        <source>Show the original text beside the article</source>
        <translation>Show the original text beside the article</translation>
    </message>
    <message>
        <source>&amp;What Was Left Out</source>
        <translation>&amp;What Was Left Out</translation>
    </message>
    <message>
        <source>List what the articles do not show, and why</source>
        <translation>List what the articles do not show, and why</translation>
    </message>
    <message>
        <source>Figures and Contacts &amp;Panel</source>
        <translation>Figures and Contacts &amp;Panel</translation>
    </message>
    <message>
        <source>Show or hide figures, captions, contacts and dates</source>
        <translation>Show or hide figures, captions, contacts and dates</translation>
    </message>
    <message>
        <source>&amp;Figures</source>
        <translation>&amp;Figures</translation>
    </message>
    <message>
        <source>C&amp;aptions</source>
        <translation>C&amp;aptions</translation>
    </message>
    <message>
        <source>&amp;Contacts</source>
        <translation>&amp;Contacts</translation>
    </message>
    <message>
        <source>&amp;Dates</source>
        <translation>&amp;Dates</translation>
    </message>
    <message>
        <source>&amp;Mark Figures and Contacts</source>
        <translation>&amp;Mark Figures and Contacts</translation>
    </message>
    <message>
        <source>Make each headed part an article of its own; again: as it was</source>
        <translation>Make each headed part an article of its own; again: as it was</translation>
    </message>
    <message>
        <source>Read as O&amp;ne Article</source>
        <translation>Read as O&amp;ne Article</translation>
    </message>
    <message>
        <source>Make the parts subheadings of one article; again: as it was</source>
        <translation>Make the parts subheadings of one article; again: as it was</translation>
    </message>
    <message>
        <source>&amp;Correct Row…</source>
        <translation>&amp;Correct Row…</translation>
    </message>
    <message>
        <source>Set a figure or a contact of the panel right</source>
        <translation>Set a figure or a contact of the panel right</translation>
    </message>
    <message>
        <source>&amp;Remove Row</source>
        <translation>&amp;Remove Row</translation>
    </message>
    <message>
        <source>Remove the chosen figures and contacts from the panel</source>
        <translation>Remove the chosen figures and contacts from the panel</translation>
    </message>
    <message>
        <source>Add Selection to the &amp;Figures…</source>
        <translation>Add Selection to the &amp;Figures…</translation>
    </message>
    <message>
        <source>Add Selection to the C&amp;ontacts…</source>
        <translation>Add Selection to the C&amp;ontacts…</translation>
    </message>
    <message>
        <source>This Is an &amp;Article</source>
        <translation>This Is an &amp;Article</translation>
    </message>
    <message>
        <source>Make the selected words, or the heading, the title of an article</source>
        <translation>Make the selected words, or the heading, the title of an article</translation>
    </message>
    <message>
        <source>This Is a &amp;Section</source>
        <translation>This Is a &amp;Section</translation>
    </message>
    <message>
        <source>This Is a Sub&amp;heading</source>
        <translation>This Is a Sub&amp;heading</translation>
    </message>
    <message>
        <source>This Is &amp;No Heading</source>
        <translation>This Is &amp;No Heading</translation>
    </message>
    <message>
        <source>Make text of the heading being read</source>
        <translation>Make text of the heading being read</translation>
    </message>
    <message>
        <source>Move &amp;Up a Level</source>
        <translation>Move &amp;Up a Level</translation>
    </message>
    <message>
        <source>Move &amp;Down a Level</source>
        <translation>Move &amp;Down a Level</translation>
    </message>
    <message>
        <source>Join with the Article &amp;Before</source>
        <translation>Join with the Article &amp;Before</translation>
    </message>
    <message>
        <source>&amp;Join with the Next Paragraph</source>
        <translation>&amp;Join with the Next Paragraph</translation>
    </message>
    <message>
        <source>S&amp;plit the Paragraph Here</source>
        <translation>S&amp;plit the Paragraph Here</translation>
    </message>
    <message>
        <source>Begin a paragraph with the selected words</source>
        <translation>Begin a paragraph with the selected words</translation>
    </message>
    <message>
        <source>&amp;Leave Out</source>
        <translation>&amp;Leave Out</translation>
    </message>
    <message>
        <source>Leave the selected words or the paragraph out</source>
        <translation>Leave the selected words or the paragraph out</translation>
    </message>
    <message>
        <source>This Is the B&amp;yline</source>
        <translation>This Is the B&amp;yline</translation>
    </message>
    <message>
        <source>&amp;Title and Date of the Issue…</source>
        <translation>&amp;Title and Date of the Issue…</translation>
    </message>
    <message>
        <source>Lea&amp;rn for the Next Issues</source>
        <translation>Lea&amp;rn for the Next Issues</translation>
    </message>
    <message>
        <source>Follow these corrections in the next issues of the periodical</source>
        <translation>Follow these corrections in the next issues of the periodical</translation>
    </message>
    <message>
        <source>Rules of the Periodi&amp;cal…</source>
        <translation>Rules of the Periodi&amp;cal…</translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation>&amp;Larger Text</translation>
    </message>
    <message>
        <source>&amp;Smaller Text</source>
        <translation>&amp;Smaller Text</translation>
    </message>
    <message>
        <source>&amp;Normal Text Size</source>
        <translation>&amp;Normal Text Size</translation>
    </message>
    <message>
        <source>Like the &amp;System</source>
        <translation>Like the &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Light</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>F&amp;ull Screen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Forward</translation>
    </message>
    <message>
        <source>&amp;Previous Article</source>
        <translation>&amp;Previous Article</translation>
    </message>
    <message>
        <source>&amp;Next Article</source>
        <translation>&amp;Next Article</translation>
    </message>
    <message>
        <source>Next &amp;Issue</source>
        <translation>Next &amp;Issue</translation>
    </message>
    <message>
        <source>Pre&amp;vious Issue</source>
        <translation>Pre&amp;vious Issue</translation>
    </message>
    <message>
        <source>&amp;First Steps…</source>
        <translation>&amp;First Steps…</translation>
    </message>
    <message>
        <source>&amp;About Bulletin Reader</source>
        <translation>&amp;About Bulletin Reader</translation>
    </message>
    <message>
        <source>Mark as Read &amp;or Unread</source>
        <translation>Mark as Read &amp;or Unread</translation>
    </message>
    <message>
        <source>&amp;Export Marks…</source>
        <translation>&amp;Export Marks…</translation>
    </message>
    <message>
        <source>&amp;Import Marks…</source>
        <translation>&amp;Import Marks…</translation>
    </message>
    <message>
        <source>Export All &amp;Data…</source>
        <translation>Export All &amp;Data…</translation>
    </message>
    <message>
        <source>Im&amp;port All Data…</source>
        <translation>Im&amp;port All Data…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>Reco&amp;gnise Text…</source>
        <translation>Reco&amp;gnise Text…</translation>
    </message>
    <message>
        <source>Save articles as PDF, Word or other files, or print them</source>
        <translation>Save articles as PDF, Word or other files, or print them</translation>
    </message>
    <message>
        <source>Pr&amp;int…</source>
        <translation>Pr&amp;int…</translation>
    </message>
    <message>
        <source>Te&amp;xt Appearance…</source>
        <translation>Te&amp;xt Appearance…</translation>
    </message>
    <message>
        <source>Read the Parts as &amp;Articles</source>
        <translation>Read the Parts as &amp;Articles</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>&amp;Highlight</translation>
    </message>
    <message>
        <source>Highlight the selected text; 1–5 then chooses the colour</source>
        <translation>Highlight the selected text; 1–5 then chooses the colour</translation>
    </message>
    <message>
        <source>&amp;Write a Note…</source>
        <translation>&amp;Write a Note…</translation>
    </message>
    <message>
        <source>&amp;Bookmark the Paragraph</source>
        <translation>&amp;Bookmark the Paragraph</translation>
    </message>
    <message>
        <source>Boo&amp;kmark the Article</source>
        <translation>Boo&amp;kmark the Article</translation>
    </message>
    <message>
        <source>Ne&amp;xt Bookmark</source>
        <translation>Ne&amp;xt Bookmark</translation>
    </message>
    <message>
        <source>Previous Book&amp;mark</source>
        <translation>Previous Book&amp;mark</translation>
    </message>
    <message>
        <source>Show or hide highlights, notes and bookmarks</source>
        <translation>Show or hide highlights, notes and bookmarks</translation>
    </message>
    <message>
        <source>Next &amp;Uncertain Place</source>
        <translation>Next &amp;Uncertain Place</translation>
    </message>
    <message>
        <source>Select with a Care&amp;t</source>
        <translation>Select with a Care&amp;t</translation>
    </message>
    <message>
        <source>Move a caret in the article and select by key</source>
        <translation>Move a caret in the article and select by key</translation>
    </message>
    <message>
        <source>Next Pan&amp;e</source>
        <translation>Next Pan&amp;e</translation>
    </message>
    <message>
        <source>P&amp;revious Pane</source>
        <translation>P&amp;revious Pane</translation>
    </message>
    <message>
        <source>Move Tab &amp;Left</source>
        <translation>Move Tab &amp;Left</translation>
    </message>
    <message>
        <source>Move Tab Ri&amp;ght</source>
        <translation>Move Tab Ri&amp;ght</translation>
    </message>
    <message>
        <source>Command &amp;Palette…</source>
        <translation>Command &amp;Palette…</translation>
    </message>
    <message>
        <source>&amp;Keys at a Glance…</source>
        <translation>&amp;Keys at a Glance…</translation>
    </message>
    <message>
        <source>&amp;Change Keys…</source>
        <translation>&amp;Change Keys…</translation>
    </message>
    <message>
        <source>W&amp;ider Pane</source>
        <translation>W&amp;ider Pane</translation>
    </message>
    <message>
        <source>Narrow&amp;er Pane</source>
        <translation>Narrow&amp;er Pane</translation>
    </message>
    <message>
        <source>F&amp;ind…</source>
        <translation>F&amp;ind…</translation>
    </message>
    <message>
        <source>Find words in the article or the issue</source>
        <translation>Find words in the article or the issue</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>Find &amp;Next</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>Find Pre&amp;vious</translation>
    </message>
    <message>
        <source>Copy with &amp;Source</source>
        <translation>Copy with &amp;Source</translation>
    </message>
    <message>
        <source>Copy with R&amp;eference (GB/T 7714)</source>
        <translation>Copy with R&amp;eference (GB/T 7714)</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>Copy as &amp;Markdown</translation>
    </message>
    <message>
        <source>Choose typeface, size, lines and colours of the text</source>
        <translation>Choose typeface, size, lines and colours of the text</translation>
    </message>
    <message>
        <source>Se&amp;pia</source>
        <translation>Se&amp;pia</translation>
    </message>
    <message>
        <source>Marks Pane&amp;l</source>
        <translation>Marks Pane&amp;l</translation>
    </message>
    <message>
        <source>&amp;Go to the Marks</source>
        <translation>&amp;Go to the Marks</translation>
    </message>
    <message>
        <source>Mark All as Rea&amp;d</source>
        <translation>Mark All as Rea&amp;d</translation>
    </message>
</context>
<context>
    <name>ContentsModel</name>
    <message>
        <source>unread</source>
        <translation>unread</translation>
    </message>
</context>
<context>
    <name>ContentsPanel</name>
    <message>
        <source>Filter contents (pinyin initials work)</source>
        <translation>Filter contents (pinyin initials work)</translation>
    </message>
    <message>
        <source>Filter contents</source>
        <translation>Filter contents</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>No title matches.</source>
        <translation>No title matches.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark as Read</source>
        <translation>Mark as Read</translation>
    </message>
    <message>
        <source>Mark as Unread</source>
        <translation>Mark as Unread</translation>
    </message>
    <message>
        <source>Export or Print…</source>
        <translation>Export or Print…</translation>
    </message>
    <message>
        <source>This Is an Article</source>
        <translation>This Is an Article</translation>
    </message>
    <message>
        <source>This Is a Section</source>
        <translation>This Is a Section</translation>
    </message>
    <message>
        <source>This Is a Subheading</source>
        <translation>This Is a Subheading</translation>
    </message>
    <message>
        <source>This Is No Heading</source>
        <translation>This Is No Heading</translation>
    </message>
    <message>
        <source>Move Up a Level</source>
        <translation>Move Up a Level</translation>
    </message>
    <message>
        <source>Move Down a Level</source>
        <translation>Move Down a Level</translation>
    </message>
    <message>
        <source>Join with the Article Before</source>
        <translation>Join with the Article Before</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>There is no file “{name}”; check the name and the folder.</source>
        <translation>There is no file “{name}”; check the name and the folder.</translation>
    </message>
    <message>
        <source>You may not read “{name}”; ask its owner, or copy it to a folder of yours.</source>
        <translation>You may not read “{name}”; ask its owner, or copy it to a folder of yours.</translation>
    </message>
    <message>
        <source>“{name}” could not be read ({reason}); check the disk or the connection and try again.</source>
        <translation>“{name}” could not be read ({reason}); check the disk or the connection and try again.</translation>
    </message>
    <message>
        <source>“{name}” is a folder; choose a file in it.</source>
        <translation>“{name}” is a folder; choose a file in it.</translation>
    </message>
    <message>
        <source>“{name}” is not an ordinary file; choose a text file.</source>
        <translation>“{name}” is not an ordinary file; choose a text file.</translation>
    </message>
    <message>
        <source>“{name}” is empty; choose another file.</source>
        <translation>“{name}” is empty; choose another file.</translation>
    </message>
    <message>
        <source>“{name}” is larger than {limit} GB; split it and open the parts.</source>
        <translation>“{name}” is larger than {limit} GB; split it and open the parts.</translation>
    </message>
    <message>
        <source>“{name}” is not a text file; open the bulletin as text (.txt) or Markdown (.md).</source>
        <translation>“{name}” is not a text file; open the bulletin as text (.txt) or Markdown (.md).</translation>
    </message>
    <message>
        <source>“{name}” is locked; give its password to open it.</source>
        <translation>“{name}” is locked; give its password to open it.</translation>
    </message>
    <message>
        <source>This password does not open “{name}”; try again.</source>
        <translation>This password does not open “{name}”; try again.</translation>
    </message>
    <message>
        <source>“{name}” is encrypted in a way that is not known here; save it without encryption, and open that.</source>
        <translation>“{name}” is encrypted in a way that is not known here; save it without encryption, and open that.</translation>
    </message>
    <message>
        <source>“{name}” is damaged and cannot be opened; get it once more from where it came from.</source>
        <translation>“{name}” is damaged and cannot be opened; get it once more from where it came from.</translation>
    </message>
    <message>
        <source>“{name}” takes more memory or time than any bulletin needs; get it again, or print it to a new PDF.</source>
        <translation>“{name}” takes more memory or time than any bulletin needs; get it again, or print it to a new PDF.</translation>
    </message>
    <message>
        <source>“{name}” could not be read: something in it was not foreseen ({reason}); try another copy.</source>
        <translation>“{name}” could not be read: something in it was not foreseen ({reason}); try another copy.</translation>
    </message>
    <message>
        <source>Nothing was found to save; no file was written.</source>
        <translation>Nothing was found to save; no file was written.</translation>
    </message>
    <message>
        <source>“{name}” could not be made: something was not foreseen ({reason}); try another kind of file.</source>
        <translation>“{name}” could not be made: something was not foreseen ({reason}); try another kind of file.</translation>
    </message>
    <message>
        <source>Page {page} of “{name}” is damaged and cannot be shown.</source>
        <translation>Page {page} of “{name}” is damaged and cannot be shown.</translation>
    </message>
    <message>
        <source>“{name}” is in no known encoding; save it as UTF-8 in the program that made it, and open it again.</source>
        <translation>“{name}” is in no known encoding; save it as UTF-8 in the program that made it, and open it again.</translation>
    </message>
    <message>
        <source>“{name}” holds no web page that could be read; save the page again, as one file or as HTML.</source>
        <translation>“{name}” holds no web page that could be read; save the page again, as one file or as HTML.</translation>
    </message>
    <message>
        <source>“{name}” is an archive of files ({count}); open it from the File menu to open them all.</source>
        <translation>“{name}” is an archive of files ({count}); open it from the File menu to open them all.</translation>
    </message>
    <message>
        <source>“{name}” holds no file that can be opened; choose another.</source>
        <translation>“{name}” holds no file that can be opened; choose another.</translation>
    </message>
    <message>
        <source>“{name}” is a damaged archive; get it again, or unpack it and open the files.</source>
        <translation>“{name}” is a damaged archive; get it again, or unpack it and open the files.</translation>
    </message>
    <message>
        <source>“{name}” is a spreadsheet of more than {limit} cells; save the part that is a bulletin by itself.</source>
        <translation>“{name}” is a spreadsheet of more than {limit} cells; save the part that is a bulletin by itself.</translation>
    </message>
    <message>
        <source>“{name}” is in an archive that is locked with a password; unpack it, and open the files.</source>
        <translation>“{name}” is in an archive that is locked with a password; unpack it, and open the files.</translation>
    </message>
    <message>
        <source>“{name}” holds more than {limit} files; unpack it, and open some of them.</source>
        <translation>“{name}” holds more than {limit} files; unpack it, and open some of them.</translation>
    </message>
    <message>
        <source>“{name}” is too large inside its archive; unpack it, and open it by itself.</source>
        <translation>“{name}” is too large inside its archive; unpack it, and open it by itself.</translation>
    </message>
    <message>
        <source>“{name}” is a damaged document; get it again, or open and save it in a word processor.</source>
        <translation>“{name}” is a damaged document; get it again, or open and save it in a word processor.</translation>
    </message>
    <message>
        <source>“{name}” is a damaged book; get it again, or open its pages one by one.</source>
        <translation>“{name}” is a damaged book; get it again, or open its pages one by one.</translation>
    </message>
    <message>
        <source>“{name}” is a book that its seller has locked (DRM) and that only his program reads; get it without.</source>
        <translation>“{name}” is a book that its seller has locked (DRM) and that only his program reads; get it without.</translation>
    </message>
    <message>
        <source>“{name}” holds pictures of its pages and no text; let a text recognition program add the text.</source>
        <translation>“{name}” holds pictures of its pages and no text; let a text recognition program add the text.</translation>
    </message>
    <message>
        <source>“{name}” is a picture; ask for the text on it to be recognised (File menu).</source>
        <translation>“{name}” is a picture; ask for the text on it to be recognised (File menu).</translation>
    </message>
    <message>
        <source>“{name}” is a damaged picture; get it again, or open it in a picture program and save it anew.</source>
        <translation>“{name}” is a damaged picture; get it again, or open it in a picture program and save it anew.</translation>
    </message>
    <message>
        <source>The text of “{name}” is a picture, and what recognises text is not installed: run “pip install bulletin-reader[ocr]”, and try again.</source>
        <translation>The text of “{name}” is a picture, and what recognises text is not installed: run “pip install bulletin-reader[ocr]”, and try again.</translation>
    </message>
    <message>
        <source>“{name}” is neither a PDF nor a picture; open it as it is.</source>
        <translation>“{name}” is neither a PDF nor a picture; open it as it is.</translation>
    </message>
    <message>
        <source>“{name}” does not say what to write; end the name in {suffixes}.</source>
        <translation>“{name}” does not say what to write; end the name in {suffixes}.</translation>
    </message>
    <message>
        <source>You may not write “{name}”; choose another folder, or close the program that holds the file open.</source>
        <translation>You may not write “{name}”; choose another folder, or close the program that holds the file open.</translation>
    </message>
    <message>
        <source>There is no folder for “{name}”; make it first, or choose another one.</source>
        <translation>There is no folder for “{name}”; make it first, or choose another one.</translation>
    </message>
    <message>
        <source>“{name}” is a folder; give a file name.</source>
        <translation>“{name}” is a folder; give a file name.</translation>
    </message>
    <message>
        <source>“{name}” could not be written ({reason}); check the space on the disk, and try again.</source>
        <translation>“{name}” could not be written ({reason}); check the space on the disk, and try again.</translation>
    </message>
    <message>
        <source>“{name}” has changed since it was opened; reload it (F5), and try again.</source>
        <translation>“{name}” has changed since it was opened; reload it (F5), and try again.</translation>
    </message>
    <message>
        <source>There is no encoding named {encoding}; choose another one.</source>
        <translation>There is no encoding named {encoding}; choose another one.</translation>
    </message>
    <message>
        <source>“{name}” could not be opened because of an error in the program.</source>
        <translation>“{name}” could not be opened because of an error in the program.</translation>
    </message>
    <message>
        <source>Another program keeps “{name}” locked; close it, and try again.</source>
        <translation>Another program keeps “{name}” locked; close it, and try again.</translation>
    </message>
    <message>
        <source>Say what to search for: words, a “phrase”, or a field such as after:2024-01.</source>
        <translation>Say what to search for: words, a “phrase”, or a field such as after:2024-01.</translation>
    </message>
    <message>
        <source>A quotation mark is open at {part}; close it, or leave it out.</source>
        <translation>A quotation mark is open at {part}; close it, or leave it out.</translation>
    </message>
    <message>
        <source>The brackets of the question do not match; close each one that is open, or put words in quotes.</source>
        <translation>The brackets of the question do not match; close each one that is open, or put words in quotes.</translation>
    </message>
    <message>
        <source>{part} needs something to search for on each side; add it, or write the word in quotes.</source>
        <translation>{part} needs something to search for on each side; add it, or write the word in quotes.</translation>
    </message>
    <message>
        <source>Nothing stands after {part}; say there what to look for.</source>
        <translation>Nothing stands after {part}; say there what to look for.</translation>
    </message>
    <message>
        <source>“{part}” is no date; write it like 2024, 2024-03 or 2024-03-15.</source>
        <translation>“{part}” is no date; write it like 2024, 2024-03 or 2024-03-15.</translation>
    </message>
    <message>
        <source>“{part}” is no number to compare with; write it like amount&gt;1亿, amount&gt;500万美元 or percent&gt;50.</source>
        <translation>“{part}” is no number to compare with; write it like amount&gt;1亿, amount&gt;500万美元 or percent&gt;50.</translation>
    </message>
    <message>
        <source>“{part}” is not known; choose of {choices}.</source>
        <translation>“{part}” is not known; choose of {choices}.</translation>
    </message>
    <message>
        <source>A phrase of the question is longer than {most} characters; take a part of it.</source>
        <translation>A phrase of the question is longer than {most} characters; take a part of it.</translation>
    </message>
    <message>
        <source>The brackets of the question stand in each other too deeply; write it more simply.</source>
        <translation>The brackets of the question stand in each other too deeply; write it more simply.</translation>
    </message>
    <message>
        <source>“{name}” is {kind}, which this version cannot open: {advice}.</source>
        <translation>“{name}” is {kind}, which this version cannot open: {advice}.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written; allow it, or choose another data folder.</source>
        <translation>“{name}” cannot be written; allow it, or choose another data folder.</translation>
    </message>
    <message>
        <source>The disk of “{name}” is full; make room, and try again.</source>
        <translation>The disk of “{name}” is full; make room, and try again.</translation>
    </message>
    <message>
        <source>“{name}” is damaged; start the program again to save what can be read of it.</source>
        <translation>“{name}” is damaged; start the program again to save what can be read of it.</translation>
    </message>
    <message>
        <source>“{name}” could not be used ({reason}); check the disk, and try again.</source>
        <translation>“{name}” could not be used ({reason}); check the disk, and try again.</translation>
    </message>
    <message>
        <source>“{name}” was written by a newer version of the program; update this one to open it.</source>
        <translation>“{name}” was written by a newer version of the program; update this one to open it.</translation>
    </message>
    <message>
        <source>“{name}” belongs to another program; move it away, or choose another data folder.</source>
        <translation>“{name}” belongs to another program; move it away, or choose another data folder.</translation>
    </message>
    <message>
        <source>“{name}” holds no data of this program; choose a file that was made with “Export All Data”.</source>
        <translation>“{name}” holds no data of this program; choose a file that was made with “Export All Data”.</translation>
    </message>
    <message>
        <source>These are no annotations; choose a file of W3C Web Annotations (JSON).</source>
        <translation>These are no annotations; choose a file of W3C Web Annotations (JSON).</translation>
    </message>
    <message>
        <source>“{pattern}” is no regular expression ({reason}); correct it, or switch regular expressions off.</source>
        <translation>“{pattern}” is no regular expression ({reason}); correct it, or switch regular expressions off.</translation>
    </message>
    <message>
        <source>Finding “{pattern}” takes too long and was stopped; make the expression simpler.</source>
        <translation>Finding “{pattern}” takes too long and was stopped; make the expression simpler.</translation>
    </message>
</context>
<context>
    <name>ErrorDetail</name>
    <message>
        <source>a word processor&apos;s document</source>
        <translation>a word processor&apos;s document</translation>
    </message>
    <message>
        <source>a document locked with a password</source>
        <translation>a document locked with a password</translation>
    </message>
    <message>
        <source>open it in a word processor, and save it without the password</source>
        <translation>open it in a word processor, and save it without the password</translation>
    </message>
    <message>
        <source>a document of Word 95 or older</source>
        <translation>a document of Word 95 or older</translation>
    </message>
    <message>
        <source>save it as DOCX in a word processor, and open that</source>
        <translation>save it as DOCX in a word processor, and open that</translation>
    </message>
    <message>
        <source>an old spreadsheet (XLS)</source>
        <translation>an old spreadsheet (XLS)</translation>
    </message>
    <message>
        <source>save it as XLSX in a spreadsheet program, and open that</source>
        <translation>save it as XLSX in a spreadsheet program, and open that</translation>
    </message>
    <message>
        <source>an old presentation (PPT)</source>
        <translation>an old presentation (PPT)</translation>
    </message>
    <message>
        <source>save it as PPTX in a presentation program, and open that</source>
        <translation>save it as PPTX in a presentation program, and open that</translation>
    </message>
    <message>
        <source>a spreadsheet</source>
        <translation>a spreadsheet</translation>
    </message>
    <message>
        <source>an office document</source>
        <translation>an office document</translation>
    </message>
    <message>
        <source>a packed archive</source>
        <translation>a packed archive</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>a program</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>a database</translation>
    </message>
    <message>
        <source>choose Save As, plain text (UTF-8), in the program that made it, and open that file</source>
        <translation>choose Save As, plain text (UTF-8), in the program that made it, and open that file</translation>
    </message>
    <message>
        <source>unpack it first, and open the text inside</source>
        <translation>unpack it first, and open the text inside</translation>
    </message>
    <message>
        <source>open a text file</source>
        <translation>open a text file</translation>
    </message>
    <message>
        <source>missing )</source>
        <translation>missing )</translation>
    </message>
    <message>
        <source>unbalanced parenthesis</source>
        <translation>unbalanced parenthesis</translation>
    </message>
    <message>
        <source>unterminated character set</source>
        <translation>unterminated character set</translation>
    </message>
    <message>
        <source>bad character range</source>
        <translation>bad character range</translation>
    </message>
    <message>
        <source>nothing to repeat</source>
        <translation>nothing to repeat</translation>
    </message>
    <message>
        <source>multiple repeat</source>
        <translation>multiple repeat</translation>
    </message>
    <message>
        <source>bad escape (end of pattern)</source>
        <translation>bad escape (end of pattern)</translation>
    </message>
    <message>
        <source>unknown extension</source>
        <translation>unknown extension</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Bulletin Reader</source>
        <translation>Bulletin Reader</translation>
    </message>
    <message>
        <source>The window could not be opened</source>
        <translation>The window could not be opened</translation>
    </message>
    <message>
        <source>An error in the program kept it from starting. Your marks and places are kept as they were.</source>
        <translation>An error in the program kept it from starting. Your marks and places are kept as they were.</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Something went wrong in the program</translation>
    </message>
    <message>
        <source>Your marks and places are kept, and you can read on. If the window looks wrong now, quit and start again: it comes back as it is.</source>
        <translation>Your marks and places are kept, and you can read on. If the window looks wrong now, quit and start again: it comes back as it is.</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Show the report</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>&amp;Copy Report</source>
        <translation>&amp;Copy Report</translation>
    </message>
    <message>
        <source>Versions, screen and settings; nothing of what you read or wrote</source>
        <translation>Versions, screen and settings; nothing of what you read or wrote</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Continue Reading</source>
        <translation>Continue Reading</translation>
    </message>
    <message numerus="yes">
        <source>%n more error(s) since then</source>
        <translation>
            <numerusform>%n more error since then</numerusform>
            <numerusform>%n more errors since then</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied. It holds nothing of what you read or wrote.</source>
        <translation>Copied. It holds nothing of what you read or wrote.</translation>
    </message>
</context>
<context>
    <name>FactsDialog</name>
    <message>
        <source>Title and Date of the Issue</source>
        <translation>Title and Date of the Issue</translation>
    </message>
    <message>
        <source>Title:</source>
        <translation>Title:</translation>
    </message>
    <message>
        <source>Number:</source>
        <translation>Number:</translation>
    </message>
    <message>
        <source>Date:</source>
        <translation>Date:</translation>
    </message>
    <message>
        <source>Publisher:</source>
        <translation>Publisher:</translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message>
        <source>struck out</source>
        <translation>struck out</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Where to find</source>
        <translation>Where to find</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>Match capitals</source>
        <translation>Match capitals</translation>
    </message>
    <message>
        <source>Whole words and numbers only</source>
        <translation>Whole words and numbers only</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regular expression</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Previous match (Shift+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Next match (F3)</translation>
    </message>
    <message>
        <source>List all matches</source>
        <translation>List all matches</translation>
    </message>
    <message>
        <source>The first {count} are listed</source>
        <translation>The first {count} are listed</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
</context>
<context>
    <name>FindOpener</name>
    <message>
        <source>Find in this issue</source>
        <translation>Find in this issue</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Three steps to begin with</source>
        <translation>Three steps to begin with</translation>
    </message>
    <message>
        <source>Go from article to article</source>
        <translation>Go from article to article</translation>
    </message>
    <message>
        <source>Keep what matters</source>
        <translation>Keep what matters</translation>
    </message>
    <message>
        <source>Take it further</source>
        <translation>Take it further</translation>
    </message>
    <message>
        <source>The contents are at the left, the article stands beside them. Pinyin initials find a title too.</source>
        <translation>The contents are at the left, the article stands beside them. Pinyin initials find a title too.</translation>
    </message>
    <message>
        <source>Select words and highlight them in one of five colours; a star keeps a paragraph.</source>
        <translation>Select words and highlight them in one of five colours; a star keeps a paragraph.</translation>
    </message>
    <message>
        <source>Figures, contacts and dates are listed at the right; articles go on as PDF, Word or Markdown.</source>
        <translation>Figures, contacts and dates are listed at the right; articles go on as PDF, Word or Markdown.</translation>
    </message>
    <message>
        <source>&amp;Don&apos;t show this again</source>
        <translation>&amp;Don&apos;t show this again</translation>
    </message>
    <message>
        <source>Start Reading</source>
        <translation>Start Reading</translation>
    </message>
    <message>
        <source>{palette} finds every command and article, {keys} shows all keys.</source>
        <translation>{palette} finds every command and article, {keys} shows all keys.</translation>
    </message>
</context>
<context>
    <name>FixedKey</name>
    <message>
        <source>In the article</source>
        <translation>In the article</translation>
    </message>
    <message>
        <source>With the caret</source>
        <translation>With the caret</translation>
    </message>
    <message>
        <source>On pages</source>
        <translation>On pages</translation>
    </message>
    <message>
        <source>In lists</source>
        <translation>In lists</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>Page down</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>Page up</translation>
    </message>
    <message>
        <source>Line down</source>
        <translation>Line down</translation>
    </message>
    <message>
        <source>Line up</source>
        <translation>Line up</translation>
    </message>
    <message>
        <source>Next paragraph</source>
        <translation>Next paragraph</translation>
    </message>
    <message>
        <source>Previous paragraph</source>
        <translation>Previous paragraph</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Top</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>Bottom</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Next article</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>Previous article</translation>
    </message>
    <message>
        <source>Next or previous link</source>
        <translation>Next or previous link</translation>
    </message>
    <message>
        <source>Go to the footnote</source>
        <translation>Go to the footnote</translation>
    </message>
    <message>
        <source>Open the link in the browser</source>
        <translation>Open the link in the browser</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Select</translation>
    </message>
    <message>
        <source>Start or end of the line</source>
        <translation>Start or end of the line</translation>
    </message>
    <message>
        <source>Next or previous word</source>
        <translation>Next or previous word</translation>
    </message>
    <message>
        <source>Larger, smaller</source>
        <translation>Larger, smaller</translation>
    </message>
    <message>
        <source>As wide as the view</source>
        <translation>As wide as the view</translation>
    </message>
    <message>
        <source>Read this place in the article</source>
        <translation>Read this place in the article</translation>
    </message>
    <message>
        <source>Next or previous row</source>
        <translation>Next or previous row</translation>
    </message>
    <message>
        <source>Unfold, fold</source>
        <translation>Unfold, fold</translation>
    </message>
    <message>
        <source>Go to the place in the text</source>
        <translation>Go to the place in the text</translation>
    </message>
    <message>
        <source>Menu of the row</source>
        <translation>Menu of the row</translation>
    </message>
    <message>
        <source>Back to the article</source>
        <translation>Back to the article</translation>
    </message>
    <message>
        <source>Next or previous control</source>
        <translation>Next or previous control</translation>
    </message>
    <message>
        <source>A menu by its underlined letter</source>
        <translation>A menu by its underlined letter</translation>
    </message>
</context>
<context>
    <name>Greeting</name>
    <message>
        <source>The window that was open does not answer, so this is another one; close that one when it answers again.</source>
        <translation>The window that was open does not answer, so this is another one; close that one when it answers again.</translation>
    </message>
    <message>
        <source>The program ended unexpectedly last time; your marks are safe.</source>
        <translation>The program ended unexpectedly last time; your marks are safe.</translation>
    </message>
</context>
<context>
    <name>HandDesk</name>
    <message>
        <source>Save As</source>
        <translation>Save As</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Highlights</translation>
    </message>
    <message>
        <source>Saving {name} …</source>
        <translation>Saving {name} …</translation>
    </message>
    <message>
        <source>“{name}” was not saved.</source>
        <translation>“{name}” was not saved.</translation>
    </message>
    <message>
        <source>Printing was stopped.</source>
        <translation>Printing was stopped.</translation>
    </message>
    <message>
        <source>The printer is still busy with the last pages.</source>
        <translation>The printer is still busy with the last pages.</translation>
    </message>
    <message>
        <source>Setting pages …</source>
        <translation>Setting pages …</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Printing page {page} of {count} …</source>
        <translation>Printing page {page} of {count} …</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) printed.</source>
        <translation>
            <numerusform>%n page printed.</numerusform>
            <numerusform>%n pages printed.</numerusform>
        </translation>
    </message>
    <message>
        <source>The printer takes nothing; see whether it is on and connected, and try again.</source>
        <translation>The printer takes nothing; see whether it is on and connected, and try again.</translation>
    </message>
    <message>
        <source>“{name}” could not be made because of an error in the program.</source>
        <translation>“{name}” could not be made because of an error in the program.</translation>
    </message>
</context>
<context>
    <name>HandDialog</name>
    <message>
        <source>Export or Print – {title}</source>
        <translation>Export or Print – {title}</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Save…</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>P&amp;rint…</translation>
    </message>
    <message>
        <source>Clos&amp;e</source>
        <translation>Clos&amp;e</translation>
    </message>
</context>
<context>
    <name>HandForm</name>
    <message>
        <source>&amp;Only highlights</source>
        <translation>&amp;Only highlights</translation>
    </message>
    <message>
        <source>Serif</source>
        <translation>Serif</translation>
    </message>
    <message>
        <source>Sans</source>
        <translation>Sans</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Kind of file</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>Typeface</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Include</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>Si&amp;ze</translation>
    </message>
    <message numerus="yes">
        <source>The sectio&amp;n, %n article(s)</source>
        <translation>
            <numerusform>The sectio&amp;n, %n article</numerusform>
            <numerusform>The sectio&amp;n, %n articles</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;This article</source>
        <translation>&amp;This article</translation>
    </message>
    <message>
        <source>The sectio&amp;n</source>
        <translation>The sectio&amp;n</translation>
    </message>
    <message numerus="yes">
        <source>The whole &amp;issue, %n article(s)</source>
        <translation>
            <numerusform>The whole &amp;issue, %n article</numerusform>
            <numerusform>The whole &amp;issue, %n articles</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Chosen articles</source>
        <translation>&amp;Chosen articles</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Nothing is highlighted there.</source>
        <translation>Nothing is highlighted there.</translation>
    </message>
</context>
<context>
    <name>HandOn</name>
    <message>
        <source>Web page</source>
        <translation>Web page</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>&amp;Highlights and notes</source>
        <translation>&amp;Highlights and notes</translation>
    </message>
    <message>
        <source>Table of &amp;figures</source>
        <translation>Table of &amp;figures</translation>
    </message>
    <message>
        <source>Cont&amp;acts</source>
        <translation>Cont&amp;acts</translation>
    </message>
    <message>
        <source>&amp;Line numbers of the source in the margin</source>
        <translation>&amp;Line numbers of the source in the margin</translation>
    </message>
    <message>
        <source>9 pt</source>
        <translation>9 pt</translation>
    </message>
    <message>
        <source>10.5 pt</source>
        <translation>10.5 pt</translation>
    </message>
    <message>
        <source>12 pt</source>
        <translation>12 pt</translation>
    </message>
    <message>
        <source>14 pt</source>
        <translation>14 pt</translation>
    </message>
    <message>
        <source>16 pt</source>
        <translation>16 pt</translation>
    </message>
</context>
<context>
    <name>HighlightBar</name>
    <message>
        <source>Underline</source>
        <translation>Underline</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Write a note</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Delete the highlight</source>
        <translation>Delete the highlight</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Highlight</translation>
    </message>
</context>
<context>
    <name>IssueTabs</name>
    <message>
        <source>All open issues</source>
        <translation>All open issues</translation>
    </message>
    <message>
        <source>Close this issue</source>
        <translation>Close this issue</translation>
    </message>
    <message>
        <source>Close This Issue</source>
        <translation>Close This Issue</translation>
    </message>
    <message>
        <source>Close the Other Issues</source>
        <translation>Close the Other Issues</translation>
    </message>
    <message>
        <source>Reopen Closed Issue</source>
        <translation>Reopen Closed Issue</translation>
    </message>
    <message>
        <source>Copy File Path</source>
        <translation>Copy File Path</translation>
    </message>
    <message>
        <source>Show Folder</source>
        <translation>Show Folder</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Change Keys</source>
        <translation>Change Keys</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Find a command</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>New key</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>C&amp;hange…</translation>
    </message>
    <message>
        <source>&amp;Add Another…</source>
        <translation>&amp;Add Another…</translation>
    </message>
    <message>
        <source>&amp;No Key</source>
        <translation>&amp;No Key</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Restore</translation>
    </message>
    <message>
        <source>Restore A&amp;ll</source>
        <translation>Restore A&amp;ll</translation>
    </message>
    <message>
        <source>Press the new key of “{command}”; up to two strokes. Escape leaves it as it is.</source>
        <translation>Press the new key of “{command}”; up to two strokes. Escape leaves it as it is.</translation>
    </message>
    <message>
        <source>{key} is needed to move and to choose; take another one.</source>
        <translation>{key} is needed to move and to choose; take another one.</translation>
    </message>
    <message>
        <source>{key} already belongs to “{holder}”; nothing was changed.</source>
        <translation>{key} already belongs to “{holder}”; nothing was changed.</translation>
    </message>
    <message>
        <source>“{command}” now has {keys}.</source>
        <translation>“{command}” now has {keys}.</translation>
    </message>
    <message>
        <source>“{command}” has no key now.</source>
        <translation>“{command}” has no key now.</translation>
    </message>
    <message>
        <source>The key of “{command}” is restored.</source>
        <translation>The key of “{command}” is restored.</translation>
    </message>
    <message>
        <source>All keys are restored.</source>
        <translation>All keys are restored.</translation>
    </message>
    <message>
        <source>Enter records a new key of the chosen command, Delete takes its key away.</source>
        <translation>Enter records a new key of the chosen command, Delete takes its key away.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Commands and their keys</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys: type what you want to do, or a key</source>
        <translation>Keys: type what you want to do, or a key</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Search the keys</translation>
    </message>
    <message>
        <source>Other keys can be chosen in the Help menu. Escape leads back.</source>
        <translation>Other keys can be chosen in the Help menu. Escape leads back.</translation>
    </message>
    <message>
        <source>No key matches.</source>
        <translation>No key matches.</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Money</source>
        <translation>Money</translation>
    </message>
    <message>
        <source>Percentages</source>
        <translation>Percentages</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Measurements</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Counts</translation>
    </message>
    <message>
        <source>Multiples</source>
        <translation>Multiples</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Shares</translation>
    </message>
    <message>
        <source>Durations</source>
        <translation>Durations</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Periods</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Issues</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>Photographs</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tables</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Written and edited by</source>
        <translation>Written and edited by</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Web page</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Picture</translation>
    </message>
</context>
<context>
    <name>LeftOutPanel</name>
    <message>
        <source>What was left out</source>
        <translation>What was left out</translation>
    </message>
    <message>
        <source>Nothing: the articles show the whole file.</source>
        <translation>Nothing: the articles show the whole file.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message>
        <source>Show Again</source>
        <translation>Show Again</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>not read yet</source>
        <translation>not read yet</translation>
    </message>
    <message>
        <source>file is missing</source>
        <translation>file is missing</translation>
    </message>
</context>
<context>
    <name>LibraryFeature</name>
    <message numerus="yes">
        <source>%n article(s) found</source>
        <translation>
            <numerusform>%n article found</numerusform>
            <numerusform>%n articles found</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was found; try fewer words, or leave a field out.</source>
        <translation>Nothing was found; try fewer words, or leave a field out.</translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s)</source>
        <translation>
            <numerusform>%n issue</numerusform>
            <numerusform>%n issues</numerusform>
        </translation>
    </message>
    <message>
        <source>The library is empty: add a folder, and all its issues are found from here.</source>
        <translation>The library is empty: add a folder, and all its issues are found from here.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s)</source>
        <translation>
            <numerusform>%n figure</numerusform>
            <numerusform>%n figures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deadline(s)</source>
        <translation>
            <numerusform>%n deadline</numerusform>
            <numerusform>%n deadlines</numerusform>
        </translation>
    </message>
    <message>
        <source>Add Folder</source>
        <translation>Add Folder</translation>
    </message>
    <message>
        <source>Reading in {done} of {total}</source>
        <translation>Reading in {done} of {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>%n file could not be read</numerusform>
            <numerusform>%n files could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <source>Search all issues: words, “phrases”, after:2024-01, amount&gt;1亿 …</source>
        <translation>Search all issues: words, “phrases”, after:2024-01, amount&gt;1亿 …</translation>
    </message>
    <message>
        <source>Search all issues</source>
        <translation>Search all issues</translation>
    </message>
    <message>
        <source>Add Folder…</source>
        <translation>Add Folder…</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Go On</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>Periodicals and years</source>
        <translation>Periodicals and years</translation>
    </message>
</context>
<context>
    <name>LockedView</name>
    <message>
        <source>This file is locked; it can be read with its password.</source>
        <translation>This file is locked; it can be read with its password.</translation>
    </message>
    <message>
        <source>Enter Password…</source>
        <translation>Enter Password…</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Bulletin Reader</source>
        <translation>Bulletin Reader</translation>
    </message>
</context>
<context>
    <name>Mark</name>
    <message>
        <source>Yellow</source>
        <translation>Yellow</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Green</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blue</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Pink</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Purple</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Highlights</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Bookmarks</translation>
    </message>
    <message>
        <source>The text has changed since.</source>
        <translation>The text has changed since.</translation>
    </message>
</context>
<context>
    <name>MarkGuide</name>
    <message>
        <source>This issue has no bookmarks; Ctrl+B sets one.</source>
        <translation>This issue has no bookmarks; Ctrl+B sets one.</translation>
    </message>
    <message>
        <source>This mark has no place in the text; select the text that it belongs to.</source>
        <translation>This mark has no place in the text; select the text that it belongs to.</translation>
    </message>
    <message>
        <source>The marked text is not part of an article now.</source>
        <translation>The marked text is not part of an article now.</translation>
    </message>
    <message>
        <source>“{name}” holds another issue than the one that was marked.</source>
        <translation>“{name}” holds another issue than the one that was marked.</translation>
    </message>
    <message>
        <source>Where Is “{title}”?</source>
        <translation>Where Is “{title}”?</translation>
    </message>
</context>
<context>
    <name>MarksDesk</name>
    <message>
        <source>Select the text to highlight first.</source>
        <translation>Select the text to highlight first.</translation>
    </message>
    <message>
        <source>Select the text that the note is about first.</source>
        <translation>Select the text that the note is about first.</translation>
    </message>
    <message>
        <source>Bookmark “{name}” set.</source>
        <translation>Bookmark “{name}” set.</translation>
    </message>
    <message>
        <source>Bookmark removed; Ctrl+Z brings it back.</source>
        <translation>Bookmark removed; Ctrl+Z brings it back.</translation>
    </message>
    <message>
        <source>Select in the article the text that this mark belongs to, then attach it.</source>
        <translation>Select in the article the text that this mark belongs to, then attach it.</translation>
    </message>
    <message>
        <source>This mark belongs to another issue; open that one first.</source>
        <translation>This mark belongs to another issue; open that one first.</translation>
    </message>
    <message>
        <source>The mark has its place again.</source>
        <translation>The mark has its place again.</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation>Nothing to undo.</translation>
    </message>
    <message>
        <source>Nothing to redo.</source>
        <translation>Nothing to redo.</translation>
    </message>
    <message>
        <source>What this note was about has been deleted; the note is on the clipboard.</source>
        <translation>What this note was about has been deleted; the note is on the clipboard.</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) deleted; Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>%n mark deleted; Ctrl+Z brings it back.</numerusform>
            <numerusform>%n marks deleted; Ctrl+Z brings them back.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone: {words}</source>
        <translation>Undone: {words}</translation>
    </message>
    <message>
        <source>Redone: {words}</source>
        <translation>Redone: {words}</translation>
    </message>
</context>
<context>
    <name>MarksDialog</name>
    <message>
        <source>Export Marks</source>
        <translation>Export Marks</translation>
    </message>
    <message>
        <source>Which marks</source>
        <translation>Which marks</translation>
    </message>
    <message>
        <source>Save them as</source>
        <translation>Save them as</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>Save As…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>MarksFormat</name>
    <message>
        <source>&amp;Markdown, to read</source>
        <translation>&amp;Markdown, to read</translation>
    </message>
    <message>
        <source>&amp;CSV, for a spreadsheet</source>
        <translation>&amp;CSV, for a spreadsheet</translation>
    </message>
    <message>
        <source>&amp;W3C annotations (JSON), to import elsewhere</source>
        <translation>&amp;W3C annotations (JSON), to import elsewhere</translation>
    </message>
</context>
<context>
    <name>MarksPanel</name>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>All issues</source>
        <translation>All issues</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>Filter marks</source>
        <translation>Filter marks</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Marks</translation>
    </message>
    <message>
        <source>Attach to the Selected Text</source>
        <translation>Attach to the Selected Text</translation>
    </message>
    <message>
        <source>To be claimed</source>
        <translation>To be claimed</translation>
    </message>
    <message>
        <source>No mark matches.</source>
        <translation>No mark matches.</translation>
    </message>
    <message>
        <source>Nothing is marked here yet. Select text and press Ctrl+H to highlight it, or Ctrl+B to set a bookmark.</source>
        <translation>Nothing is marked here yet. Select text and press Ctrl+H to highlight it, or Ctrl+B to set a bookmark.</translation>
    </message>
    <message>
        <source>Show in the Text</source>
        <translation>Show in the Text</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Rename…</translation>
    </message>
    <message>
        <source>Write Note…</source>
        <translation>Write Note…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Export the Highlights…</source>
        <translation>Export the Highlights…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>MarksScope</name>
    <message>
        <source>This &amp;article</source>
        <translation>This &amp;article</translation>
    </message>
    <message>
        <source>This &amp;issue</source>
        <translation>This &amp;issue</translation>
    </message>
    <message>
        <source>A&amp;ll issues</source>
        <translation>A&amp;ll issues</translation>
    </message>
</context>
<context>
    <name>MarksShelf</name>
    <message>
        <source>Until then marks are kept only while this window is open; export them to keep them.</source>
        <translation>Until then marks are kept only while this window is open; export them to keep them.</translation>
    </message>
</context>
<context>
    <name>MemoryFeature</name>
    <message numerus="yes">
        <source>%n file(s) of the last session are no longer there: {names}.</source>
        <translation>
            <numerusform>%n file of the last session is no longer there: {names}.</numerusform>
            <numerusform>%n files of the last session are no longer there: {names}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Until then, what you mark is kept only as long as this window is open.</source>
        <translation>Until then, what you mark is kept only as long as this window is open.</translation>
    </message>
    <message numerus="yes">
        <source>The file of your marks was damaged; %n mark(s) could be saved.</source>
        <translation>
            <numerusform>The file of your marks was damaged; %n mark could be saved.</numerusform>
            <numerusform>The file of your marks was damaged; %n marks could be saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more came from the last copy.</source>
        <translation>
            <numerusform>%n more came from the last copy.</numerusform>
            <numerusform>%n more came from the last copy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) had gone or changed on the disk; all are as you left them again.</source>
        <translation>
            <numerusform>%n mark had gone or changed on the disk; all are as you left them again.</numerusform>
            <numerusform>%n marks had gone or changed on the disk; all are as you left them again.</numerusform>
        </translation>
    </message>
    <message>
        <source>The damaged file is now “{name}”.</source>
        <translation>The damaged file is now “{name}”.</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Go</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Recent Files</source>
        <translation>&amp;Recent Files</translation>
    </message>
    <message>
        <source>Reopen with &amp;Encoding</source>
        <translation>Reopen with &amp;Encoding</translation>
    </message>
    <message>
        <source>S&amp;how in the Panel</source>
        <translation>S&amp;how in the Panel</translation>
    </message>
    <message>
        <source>Figures and C&amp;ontacts</source>
        <translation>Figures and C&amp;ontacts</translation>
    </message>
    <message>
        <source>Out&amp;line</source>
        <translation>Out&amp;line</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Theme</translation>
    </message>
    <message>
        <source>&amp;Marks and Data</source>
        <translation>&amp;Marks and Data</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>L&amp;anguage</translation>
    </message>
    <message>
        <source>&amp;Marks</source>
        <translation>&amp;Marks</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Open Another File…</source>
        <translation>Open Another File…</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Reload</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>“{name}” was changed by another program.</source>
        <translation>“{name}” was changed by another program.</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Escape; what you wrote is kept until you come back</source>
        <translation>Escape; what you wrote is kept until you come back</translation>
    </message>
    <message>
        <source>Name of the bookmark</source>
        <translation>Name of the bookmark</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>{title} (not saved yet)</source>
        <translation>{title} (not saved yet)</translation>
    </message>
</context>
<context>
    <name>OpeningFeature</name>
    <message>
        <source>Bulletins</source>
        <translation>Bulletins</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>Open Bulletins</source>
        <translation>Open Bulletins</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Open Folder</translation>
    </message>
    <message>
        <source>“{name}” holds no bulletins; choose a folder or an archive with files to read.</source>
        <translation>“{name}” holds no bulletins; choose a folder or an archive with files to read.</translation>
    </message>
    <message>
        <source>No other window can be opened.</source>
        <translation>No other window can be opened.</translation>
    </message>
</context>
<context>
    <name>OriginalFeature</name>
    <message>
        <source>Original text</source>
        <translation>Original text</translation>
    </message>
    <message>
        <source>Original pages</source>
        <translation>Original pages</translation>
    </message>
</context>
<context>
    <name>OriginalPane</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Show the pages as they were printed</source>
        <translation>Show the pages as they were printed</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Show the text that was found in the file</source>
        <translation>Show the text that was found in the file</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>Fit the width</translation>
    </message>
</context>
<context>
    <name>OutlineFeature</name>
    <message>
        <source>Only an issue with a title can teach anything of its periodical.</source>
        <translation>Only an issue with a title can teach anything of its periodical.</translation>
    </message>
    <message>
        <source>The rules of this periodical stay as they are.</source>
        <translation>The rules of this periodical stay as they are.</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) for the next issues of this periodical.</source>
        <translation>
            <numerusform>%n rule for the next issues of this periodical.</numerusform>
            <numerusform>%n rules for the next issues of this periodical.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) by your rules of this periodical.</source>
        <translation>
            <numerusform>%n correction by your rules of this periodical.</numerusform>
            <numerusform>%n corrections by your rules of this periodical.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select the words first that this is about.</source>
        <translation>Select the words first that this is about.</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>page {page}</source>
        <translation>page {page}</translation>
    </message>
    <message>
        <source>about {minutes} min</source>
        <translation>about {minutes} min</translation>
    </message>
    <message>
        <source>Footnotes</source>
        <translation>Footnotes</translation>
    </message>
    <message>
        <source>printed {count} times</source>
        <translation>printed {count} times</translation>
    </message>
    <message>
        <source>This reading is uncertain.</source>
        <translation>This reading is uncertain.</translation>
    </message>
    <message>
        <source>[formula]</source>
        <translation>[formula]</translation>
    </message>
    <message>
        <source>[picture that cannot be drawn here]</source>
        <translation>[picture that cannot be drawn here]</translation>
    </message>
    <message>
        <source>[picture that the file does not hold]</source>
        <translation>[picture that the file does not hold]</translation>
    </message>
</context>
<context>
    <name>PagesFeature</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>“{name}” holds no text that can be read: its pages can be seen, not searched or copied.</source>
        <translation>“{name}” holds no text that can be read: its pages can be seen, not searched or copied.</translation>
    </message>
    <message>
        <source>“{name}” holds nothing readable; try another encoding or another copy of the file.</source>
        <translation>“{name}” holds nothing readable; try another encoding or another copy of the file.</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Page {number} of {count}</translation>
    </message>
    <message>
        <source>“{name}” stays locked; open it again to give its password.</source>
        <translation>“{name}” stays locked; open it again to give its password.</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>Page {page} is damaged.</source>
        <translation>Page {page} is damaged.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>A command or an article; pinyin works</source>
        <translation>A command or an article; pinyin works</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Command palette</translation>
    </message>
    <message>
        <source>Commands and articles</source>
        <translation>Commands and articles</translation>
    </message>
    <message>
        <source>No command or article matches.</source>
        <translation>No command or article matches.</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>“{name}” is locked. Enter its password to read it.</source>
        <translation>“{name}” is locked. Enter its password to read it.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>This password does not open the file; try again.</source>
        <translation>This password does not open the file; try again.</translation>
    </message>
    <message>
        <source>It is kept in memory only, until the program is closed.</source>
        <translation>It is kept in memory only, until the program is closed.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Hide</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Setting pages …</source>
        <translation>Setting pages …</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>Page width</translation>
    </message>
    <message>
        <source>This is how it prints; Word sets its own pages of the same text.</source>
        <translation>This is how it prints; Word sets its own pages of the same text.</translation>
    </message>
    <message>
        <source>This is how it prints; an EPUB flows with the screen that it is read on.</source>
        <translation>This is how it prints; an EPUB flows with the screen that it is read on.</translation>
    </message>
    <message>
        <source>This is how it prints; a web page flows with the width of its window.</source>
        <translation>This is how it prints; a web page flows with the width of its window.</translation>
    </message>
    <message>
        <source>Nothing is chosen yet. Tick the articles to export.</source>
        <translation>Nothing is chosen yet. Tick the articles to export.</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>The first {count} characters</source>
        <translation>The first {count} characters</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} characters</translation>
    </message>
    <message>
        <source>Page {page}; the first {count} are shown</source>
        <translation>Page {page}; the first {count} are shown</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Page {page} of {count}</translation>
    </message>
</context>
<context>
    <name>ReadStates</name>
    <message>
        <source>Marked as read.</source>
        <translation>Marked as read.</translation>
    </message>
    <message>
        <source>Marked as unread.</source>
        <translation>Marked as unread.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) marked as read.</source>
        <translation>
            <numerusform>%n article marked as read.</numerusform>
            <numerusform>%n articles marked as read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingBox</name>
    <message>
        <source>Text appearance</source>
        <translation>Text appearance</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>Typeface</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Line length</source>
        <translation>Line length</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>Line spacing</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Edges</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Serif</source>
        <translation>Serif</translation>
    </message>
    <message>
        <source>Sans</source>
        <translation>Sans</translation>
    </message>
    <message>
        <source>Justified</source>
        <translation>Justified</translation>
    </message>
    <message>
        <source>Ragged</source>
        <translation>Ragged</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>{value} characters</source>
        <translation>{value} characters</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>Restore Defaults</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>Page number</source>
        <translation>Page number</translation>
    </message>
    <message>
        <source>Running header</source>
        <translation>Running header</translation>
    </message>
    <message>
        <source>Running footer</source>
        <translation>Running footer</translation>
    </message>
    <message>
        <source>Dot leader of the contents</source>
        <translation>Dot leader of the contents</translation>
    </message>
    <message>
        <source>Rule of a table</source>
        <translation>Rule of a table</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>Bullet</source>
        <translation>Bullet</translation>
    </message>
    <message>
        <source>Printed more than once</source>
        <translation>Printed more than once</translation>
    </message>
    <message>
        <source>Mark-up</source>
        <translation>Mark-up</translation>
    </message>
    <message>
        <source>Recognition error</source>
        <translation>Recognition error</translation>
    </message>
    <message>
        <source>Left out by you</source>
        <translation>Left out by you</translation>
    </message>
    <message>
        <source>Mark of a byline</source>
        <translation>Mark of a byline</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Front matter</source>
        <translation>Front matter</translation>
    </message>
    <message>
        <source>Footer</source>
        <translation>Footer</translation>
    </message>
    <message>
        <source>Mark of an attachment</source>
        <translation>Mark of an attachment</translation>
    </message>
    <message>
        <source>Inside of a chart</source>
        <translation>Inside of a chart</translation>
    </message>
    <message>
        <source>Comments of readers</source>
        <translation>Comments of readers</translation>
    </message>
    <message>
        <source>Decoration</source>
        <translation>Decoration</translation>
    </message>
    <message>
        <source>Hyphen at the end of a line</source>
        <translation>Hyphen at the end of a line</translation>
    </message>
    <message>
        <source>Not visible on the page</source>
        <translation>Not visible on the page</translation>
    </message>
    <message>
        <source>Jump line</source>
        <translation>Jump line</translation>
    </message>
    <message>
        <source>Number of a list</source>
        <translation>Number of a list</translation>
    </message>
    <message>
        <source>List of figures</source>
        <translation>List of figures</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>Number in a list of links</source>
        <translation>Number in a list of links</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>Punctuation</translation>
    </message>
    <message>
        <source>Record of the web site</source>
        <translation>Record of the web site</translation>
    </message>
    <message>
        <source>Head of a table, repeated</source>
        <translation>Head of a table, repeated</translation>
    </message>
    <message>
        <source>Stamp or watermark</source>
        <translation>Stamp or watermark</translation>
    </message>
    <message>
        <source>Sign of a template</source>
        <translation>Sign of a template</translation>
    </message>
    <message>
        <source>Not placed</source>
        <translation>Not placed</translation>
    </message>
    <message>
        <source>Page title</source>
        <translation>Page title</translation>
    </message>
    <message>
        <source>Head of the e-mail</source>
        <translation>Head of the e-mail</translation>
    </message>
    <message>
        <source>Attachment tool</source>
        <translation>Attachment tool</translation>
    </message>
    <message>
        <source>Title in another language</source>
        <translation>Title in another language</translation>
    </message>
    <message>
        <source>Hidden on the page</source>
        <translation>Hidden on the page</translation>
    </message>
    <message>
        <source>Other pages</source>
        <translation>Other pages</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Unreadable</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Matches</source>
        <translation>Matches</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>contact</source>
        <translation>contact</translation>
    </message>
    <message>
        <source>submissions</source>
        <translation>submissions</translation>
    </message>
    <message>
        <source>website</source>
        <translation>website</translation>
    </message>
    <message>
        <source>project website</source>
        <translation>project website</translation>
    </message>
    <message>
        <source>publisher</source>
        <translation>publisher</translation>
    </message>
    <message>
        <source>planning</source>
        <translation>planning</translation>
    </message>
    <message>
        <source>editor</source>
        <translation>editor</translation>
    </message>
    <message>
        <source>journalist</source>
        <translation>journalist</translation>
    </message>
    <message>
        <source>author</source>
        <translation>author</translation>
    </message>
    <message>
        <source>reviewer</source>
        <translation>reviewer</translation>
    </message>
    <message>
        <source>compiler</source>
        <translation>compiler</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>picture</translation>
    </message>
    <message>
        <source>source</source>
        <translation>source</translation>
    </message>
</context>
<context>
    <name>RowDesk</name>
    <message>
        <source>Choose a figure or a contact in the panel first.</source>
        <translation>Choose a figure or a contact in the panel first.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) removed; Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>%n row removed; Ctrl+Z brings it back.</numerusform>
            <numerusform>%n rows removed; Ctrl+Z brings them back.</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct the Contact</source>
        <translation>Correct the Contact</translation>
    </message>
    <message>
        <source>Correct the Figure</source>
        <translation>Correct the Figure</translation>
    </message>
    <message>
        <source>Select the text that the row is about first.</source>
        <translation>Select the text that the row is about first.</translation>
    </message>
    <message>
        <source>Add a Contact</source>
        <translation>Add a Contact</translation>
    </message>
    <message>
        <source>Add a Figure</source>
        <translation>Add a Figure</translation>
    </message>
</context>
<context>
    <name>RowEditor</name>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Kind</translation>
    </message>
    <message>
        <source>&amp;What it measures</source>
        <translation>&amp;What it measures</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Value</translation>
    </message>
    <message>
        <source>U&amp;pper value</source>
        <translation>U&amp;pper value</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Unit</translation>
    </message>
    <message>
        <source>&amp;Bound</source>
        <translation>&amp;Bound</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Role</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>&amp;Names</translation>
    </message>
    <message>
        <source>P&amp;ost</source>
        <translation>P&amp;ost</translation>
    </message>
    <message>
        <source>&amp;Organisation</source>
        <translation>&amp;Organisation</translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation>&amp;Telephone</translation>
    </message>
    <message>
        <source>&amp;Fax</source>
        <translation>&amp;Fax</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>&amp;E-mail</translation>
    </message>
    <message>
        <source>&amp;Web</source>
        <translation>&amp;Web</translation>
    </message>
    <message>
        <source>A&amp;ccounts</source>
        <translation>A&amp;ccounts</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Address</translation>
    </message>
    <message>
        <source>“{value}” is not a number.</source>
        <translation>“{value}” is not a number.</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Rules of the Periodical</source>
        <translation>Rules of the Periodical</translation>
    </message>
    <message>
        <source>Learned from your corrections of {title}:</source>
        <translation>Learned from your corrections of {title}:</translation>
    </message>
    <message>
        <source>an article</source>
        <translation>an article</translation>
    </message>
    <message>
        <source>a section</source>
        <translation>a section</translation>
    </message>
    <message>
        <source>a subheading</source>
        <translation>a subheading</translation>
    </message>
    <message>
        <source>text</source>
        <translation>text</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>left out</translation>
    </message>
    <message>
        <source>“{words}” is {kind}</source>
        <translation>“{words}” is {kind}</translation>
    </message>
    <message>
        <source>What is set as “{setting}” is {kind}</source>
        <translation>What is set as “{setting}” is {kind}</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>There is nothing to save.</source>
        <translation>There is nothing to save.</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Saved as {name}.</translation>
    </message>
    <message>
        <source>“{name}” could not be saved because of an error in the program.</source>
        <translation>“{name}” could not be saved because of an error in the program.</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Save Figures as CSV…</source>
        <translation>Save Figures as CSV…</translation>
    </message>
    <message>
        <source>Save Figures for Excel…</source>
        <translation>Save Figures for Excel…</translation>
    </message>
    <message>
        <source>Save Contacts as vCard…</source>
        <translation>Save Contacts as vCard…</translation>
    </message>
    <message>
        <source>Save Contacts as CSV…</source>
        <translation>Save Contacts as CSV…</translation>
    </message>
    <message>
        <source>Save Links as CSV…</source>
        <translation>Save Links as CSV…</translation>
    </message>
    <message>
        <source>Save Deadlines for a Calendar…</source>
        <translation>Save Deadlines for a Calendar…</translation>
    </message>
</context>
<context>
    <name>SideDesk</name>
    <message>
        <source>Figures and contacts of “{name}” could not be found because of an error in the program.</source>
        <translation>Figures and contacts of “{name}” could not be found because of an error in the program.</translation>
    </message>
</context>
<context>
    <name>SideHead</name>
    <message>
        <source>Figures</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Captions</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>What is listed</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Filter the list</translation>
    </message>
    <message>
        <source>In the order of the text</source>
        <translation>In the order of the text</translation>
    </message>
    <message>
        <source>By value</source>
        <translation>By value</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Order of the list</translation>
    </message>
    <message>
        <source>Copy or save what is listed</source>
        <translation>Copy or save what is listed</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>By date</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>By place</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Figures, captions, contacts and dates</source>
        <translation>Figures, captions, contacts and dates</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Captions</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>Time line</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Copy this contact as text</source>
        <translation>Copy this contact as text</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>Write an e-mail in your mail program</source>
        <translation>Write an e-mail in your mail program</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>Save this contact as a vCard</source>
        <translation>Save this contact as a vCard</translation>
    </message>
    <message>
        <source>Looking for figures and contacts …</source>
        <translation>Looking for figures and contacts …</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Nothing matches the filter.</translation>
    </message>
    <message>
        <source>No figures here.</source>
        <translation>No figures here.</translation>
    </message>
    <message>
        <source>No captions of pictures or tables here.</source>
        <translation>No captions of pictures or tables here.</translation>
    </message>
    <message>
        <source>No contacts here.</source>
        <translation>No contacts here.</translation>
    </message>
    <message>
        <source>No dates here.</source>
        <translation>No dates here.</translation>
    </message>
    <message numerus="yes">
        <source>The whole issue has %n.</source>
        <translation>
            <numerusform>The whole issue has %n.</numerusform>
            <numerusform>The whole issue has %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Correct…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Copy Rows</source>
        <translation>Copy Rows</translation>
    </message>
    <message>
        <source>Copy All Rows</source>
        <translation>Copy All Rows</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{total} characters: {shown} shown, {dropped} left out, {doubtful} uncertain</source>
        <translation>{total} characters: {shown} shown, {dropped} left out, {doubtful} uncertain</translation>
    </message>
    <message>
        <source>; pictures or formulas not shown: {count}</source>
        <translation>; pictures or formulas not shown: {count}</translation>
    </message>
    <message>
        <source>Show what was left out</source>
        <translation>Show what was left out</translation>
    </message>
    <message>
        <source>The file was read in this encoding; choose another one if the text looks wrong.</source>
        <translation>The file was read in this encoding; choose another one if the text looks wrong.</translation>
    </message>
    <message>
        <source>Article {number} of {count}</source>
        <translation>Article {number} of {count}</translation>
    </message>
    <message>
        <source>Opening {name} …</source>
        <translation>Opening {name} …</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Saved as {name}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Show Folder</source>
        <translation>Show Folder</translation>
    </message>
    <message>
        <source>Ctrl+click or Ctrl+Enter opens {address} in the browser.</source>
        <translation>Ctrl+click or Ctrl+Enter opens {address} in the browser.</translation>
    </message>
    <message>
        <source>This place is not part of an article.</source>
        <translation>This place is not part of an article.</translation>
    </message>
</context>
<context>
    <name>TakingAlong</name>
    <message>
        <source>Export Marks</source>
        <translation>Export Marks</translation>
    </message>
    <message>
        <source>Import Marks</source>
        <translation>Import Marks</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) saved as {name}.</source>
        <translation>
            <numerusform>%n mark saved as {name}.</numerusform>
            <numerusform>%n marks saved as {name}.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to save.</source>
        <translation>There is nothing to save.</translation>
    </message>
    <message>
        <source>W3C annotations (JSON)</source>
        <translation>W3C annotations (JSON)</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) brought in.</source>
        <translation>
            <numerusform>%n mark brought in.</numerusform>
            <numerusform>%n marks brought in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) without a quoted text left out.</source>
        <translation>
            <numerusform>%n annotation without a quoted text left out.</numerusform>
            <numerusform>%n annotations without a quoted text left out.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export All Data</source>
        <translation>Export All Data</translation>
    </message>
    <message>
        <source>Import All Data</source>
        <translation>Import All Data</translation>
    </message>
    <message>
        <source>Bulletin Reader data</source>
        <translation>Bulletin Reader data</translation>
    </message>
    <message>
        <source>All data saved as {name}.</source>
        <translation>All data saved as {name}.</translation>
    </message>
    <message>
        <source>Data of Bulletin Reader</source>
        <translation>Data of Bulletin Reader</translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s)</source>
        <translation>
            <numerusform>%n issue</numerusform>
            <numerusform>%n issues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
    <message>
        <source>Brought in: {marks}, {issues}, and the settings.</source>
        <translation>Brought in: {marks}, {issues}, and the settings.</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Marks</translation>
    </message>
</context>
<context>
    <name>TextFeature</name>
    <message>
        <source>Nothing in this issue is uncertain.</source>
        <translation>Nothing in this issue is uncertain.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>today</source>
        <translation>today</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tool bar</source>
        <translation>Tool bar</translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>yuan</source>
        <translation>yuan</translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation>US dollars</translation>
    </message>
    <message>
        <source>euros</source>
        <translation>euros</translation>
    </message>
    <message>
        <source>pounds</source>
        <translation>pounds</translation>
    </message>
    <message>
        <source>yen</source>
        <translation>yen</translation>
    </message>
    <message>
        <source>won</source>
        <translation>won</translation>
    </message>
    <message>
        <source>New Taiwan dollars</source>
        <translation>New Taiwan dollars</translation>
    </message>
    <message>
        <source>Hong Kong dollars</source>
        <translation>Hong Kong dollars</translation>
    </message>
    <message>
        <source>Canadian dollars</source>
        <translation>Canadian dollars</translation>
    </message>
    <message>
        <source>Australian dollars</source>
        <translation>Australian dollars</translation>
    </message>
    <message>
        <source>Singapore dollars</source>
        <translation>Singapore dollars</translation>
    </message>
    <message>
        <source>Swiss francs</source>
        <translation>Swiss francs</translation>
    </message>
    <message>
        <source>rupees</source>
        <translation>rupees</translation>
    </message>
    <message>
        <source>roubles</source>
        <translation>roubles</translation>
    </message>
    <message>
        <source>Swedish kronor</source>
        <translation>Swedish kronor</translation>
    </message>
    <message>
        <source>Norwegian kroner</source>
        <translation>Norwegian kroner</translation>
    </message>
    <message>
        <source>Danish kroner</source>
        <translation>Danish kroner</translation>
    </message>
    <message>
        <source>reais</source>
        <translation>reais</translation>
    </message>
    <message>
        <source>years</source>
        <translation>years</translation>
    </message>
    <message>
        <source>months</source>
        <translation>months</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>weeks</translation>
    </message>
    <message>
        <source>days</source>
        <translation>days</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>hours</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>seconds</translation>
    </message>
</context>
<context>
    <name>WelcomeView</name>
    <message>
        <source>Bulletin Reader</source>
        <translation>Bulletin Reader</translation>
    </message>
    <message>
        <source>Opens a bulletin issue as a tree of clean, whole articles.</source>
        <translation>Opens a bulletin issue as a tree of clean, whole articles.</translation>
    </message>
    <message>
        <source>Open Files…</source>
        <translation>Open Files…</translation>
    </message>
    <message>
        <source>Open Sample Issues</source>
        <translation>Open Sample Issues</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Recent files</translation>
    </message>
    <message>
        <source>Release to open</source>
        <translation>Release to open</translation>
    </message>
    <message>
        <source>Drop files or folders here</source>
        <translation>Drop files or folders here</translation>
    </message>
</context>
</TS>
