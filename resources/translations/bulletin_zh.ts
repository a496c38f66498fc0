<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutBox</name>
    <message>
        <source>About Bulletin Reader</source>
        <translation>关于快报阅览</translation>
    </message>
    <message>
        <source>Bulletin Reader</source>
        <translation>快报阅览</translation>
    </message>
    <message>
        <source>Turns Chinese bulletin issues into a tree of clean, whole articles. Nothing is lost: what an article does not show is listed with its reason. The program never uses the network.</source>
        <translation>把中文快报读成一棵清楚、完整的文章树。什么也不会丢：文章里没有显示的，都列出来并说明理由。程序不联网。</translation>
    </message>
    <message>
        <source>Your marks, places and settings are kept in</source>
        <translation>标记、阅读位置等数据存放在</translation>
    </message>
    <message>
        <source>&amp;Open Folder</source>
        <translation>打开文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>What it is made of, under which licences</source>
        <translation>组成部分与许可证</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可证全文</translation>
    </message>
    <message>
        <source>&amp;Copy Report for a Bug</source>
        <translation>复制问题报告(&amp;C)</translation>
    </message>
    <message>
        <source>Versions, screen and settings; nothing of what you read or wrote</source>
        <translation>只有版本、屏幕和设置，没有您读的和写的任何内容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>The text of this licence is not at hand.</source>
        <translation>这份许可证的全文不在手边。</translation>
    </message>
    <message>
        <source>The folder is not there yet, or nothing here can show it.</source>
        <translation>文件夹还没有建立，或者没有程序能显示它。</translation>
    </message>
    <message>
        <source>Copied. It holds nothing of what you read or wrote.</source>
        <translation>已复制，其中没有您读的和写的任何内容。</translation>
    </message>
</context>
<context>
    <name>ArticleMenu</name>
    <message>
        <source>Open in Browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Copy Link Address</source>
        <translation>复制链接地址</translation>
    </message>
    <message>
        <source>Find “{words}” in the Issue</source>
        <translation>在本期中查找“{words}”</translation>
    </message>
    <message>
        <source>Look Up “{words}” in the Browser</source>
        <translation>在浏览器中查“{words}”</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Ctrl+click opens it in the browser</source>
        <translation>按住 Ctrl 单击，在浏览器中打开</translation>
    </message>
</context>
<context>
    <name>BringingFeature</name>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>剪贴板上没有文字。</translation>
    </message>
    <message>
        <source>Recognise Text</source>
        <translation>识别文字</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>扫描件</translation>
    </message>
    <message>
        <source>Recognising “{name}” …</source>
        <translation>正在识别“{name}” …</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>传真</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>送至</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天截止</translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation>还有 1 天</translation>
    </message>
    <message>
        <source>{count} days left</source>
        <translation>还有 {count} 天</translation>
    </message>
    <message>
        <source>1 day ago</source>
        <translation>已过 1 天</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>已过 {count} 天</translation>
    </message>
    <message>
        <source>printed {count} times</source>
        <translation>文中出现 {count} 次</translation>
    </message>
</context>
<context>
    <name>Citing</name>
    <message>
        <source>Copied with its source.</source>
        <translation>已连同出处复制。</translation>
    </message>
    <message>
        <source>Copied as Markdown.</source>
        <translation>已复制为 Markdown。</translation>
    </message>
    <message>
        <source>Copied with a reference (GB/T 7714).</source>
        <translation>已连同参考文献（GB/T 7714）复制。</translation>
    </message>
    <message>
        <source>Select the text to copy first.</source>
        <translation>请先选择要复制的文字。</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Open &amp;Sample Issues</source>
        <translation>打开示例快报(&amp;S)</translation>
    </message>
    <message>
        <source>New from Clip&amp;board</source>
        <translation>从剪贴板新建(&amp;B)</translation>
    </message>
    <message>
        <source>Read the text on the clipboard, and keep it as a file</source>
        <translation>读取剪贴板上的文字，并存为文件</translation>
    </message>
    <message>
        <source>Recognise the text of scanned pages or a picture</source>
        <translation>识别扫描页或图片中的文字</translation>
    </message>
    <message>
        <source>E&amp;xport or Print…</source>
        <translation>导出或打印(&amp;X)…</translation>
    </message>
    <message>
        <source>Print the article</source>
        <translation>打印本篇</translation>
    </message>
    <message>
        <source>Ne&amp;w Window</source>
        <translation>新窗口(&amp;W)</translation>
    </message>
    <message>
        <source>Re&amp;load</source>
        <translation>重新载入(&amp;L)</translation>
    </message>
    <message>
        <source>Read the file again; marks find their places</source>
        <translation>重新读取文件；标记会找回位置</translation>
    </message>
    <message>
        <source>Reopen Closed Iss&amp;ue</source>
        <translation>重新打开关闭的一期(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Close Issue</source>
        <translation>关闭本期(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel O&amp;pening</source>
        <translation>取消打开(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Filter Contents</source>
        <translation>筛选目录(&amp;F)</translation>
    </message>
    <message>
        <source>Search the Li&amp;brary…</source>
        <translation>全库检索(&amp;B)…</translation>
    </message>
    <message>
        <source>List all issues that were kept, and search in all of them</source>
        <translation>列出资料库中的各期，并在全部内容中检索</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>目录(&amp;C)</translation>
    </message>
    <message>
        <source>Show or hide the contents</source>
        <translation>显示或隐藏目录</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>原文(&amp;O)</translation>
    </message>
    <message>
        <source>Show the original text beside the article</source>
        <translation>在文章旁对照显示原文</translation>
    </message>
    <message>
        <source>&amp;What Was Left Out</source>
        <translation>略去的内容(&amp;W)</translation>
    </message>
    <message>
        <source>List what the articles do not show, and why</source>
        <translation>列出文章中未显示的内容及原因</translation>
    </message>
    <message>
        <source>Figures and Contacts &amp;Panel</source>
        <translation>数字与联系面板(&amp;P)</translation>
    </message>
    <message>
        <source>Show or hide figures, captions, contacts and dates</source>
        <translation>显示或隐藏数字、图表、联系与日期</translation>
    </message>
    <message>
        <source>&amp;Figures</source>
        <translation>数字(&amp;F)</translation>
    </message>
    <message>
        <source>C&amp;aptions</source>
        <translation>图表(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Contacts</source>
        <translation>联系(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Dates</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Mark Figures and Contacts</source>
        <translation>在文中标出数字与联系(&amp;M)</translation>
    </message>
    <message>
        <source>Make each headed part an article of its own; again: as it was</source>
        <translation>每个有标题的部分各成一篇文章；再选一次恢复原样</translation>
    </message>
    <message>
        <source>Read as O&amp;ne Article</source>
        <translation>读作一篇文章(&amp;N)</translation>
    </message>
    <message>
        <source>Make the parts subheadings of one article; again: as it was</source>
        <translation>各部分成为一篇文章的小标题；再选一次恢复原样</translation>
    </message>
    <message>
        <source>&amp;Correct Row…</source>
        <translation>更正这一行(&amp;C)…</translation>
    </message>
    <message>
        <source>Set a figure or a contact of the panel right</source>
        <translation>更正侧栏里的一个数字或联系人</translation>
    </message>
    <message>
        <source>&amp;Remove Row</source>
        <translation>移除这一行(&amp;R)</translation>
    </message>
    <message>
        <source>Remove the chosen figures and contacts from the panel</source>
        <translation>从侧栏移除所选的数字和联系人</translation>
    </message>
    <message>
        <source>Add Selection to the &amp;Figures…</source>
        <translation>把所选文字加入数字(&amp;F)…</translation>
    </message>
    <message>
        <source>Add Selection to the C&amp;ontacts…</source>
        <translation>把所选文字加入联系人(&amp;O)…</translation>
    </message>
    <message>
        <source>This Is an &amp;Article</source>
        <translation>这是一篇文章(&amp;A)</translation>
    </message>
    <message>
        <source>Make the selected words, or the heading, the title of an article</source>
        <translation>把选中的文字或正在读的标题作为文章的标题</translation>
    </message>
    <message>
        <source>This Is a &amp;Section</source>
        <translation>这是一个栏目(&amp;S)</translation>
    </message>
    <message>
        <source>This Is a Sub&amp;heading</source>
        <translation>这是小标题(&amp;H)</translation>
    </message>
    <message>
        <source>This Is &amp;No Heading</source>
        <translation>这不是标题(&amp;N)</translation>
    </message>
    <message>
        <source>Make text of the heading being read</source>
        <translation>把正在读的标题改作正文</translation>
    </message>
    <message>
        <source>Move &amp;Up a Level</source>
        <translation>上移一级(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;Down a Level</source>
        <translation>下移一级(&amp;D)</translation>
    </message>
    <message>
        <source>Join with the Article &amp;Before</source>
        <translation>与上一篇文章合并(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Join with the Next Paragraph</source>
        <translation>与下一段合并(&amp;J)</translation>
    </message>
    <message>
        <source>S&amp;plit the Paragraph Here</source>
        <translation>从此处分段(&amp;P)</translation>
    </message>
    <message>
        <source>Begin a paragraph with the selected words</source>
        <translation>从选中的文字起另起一段</translation>
    </message>
    <message>
        <source>&amp;Leave Out</source>
        <translation>略去(&amp;L)</translation>
    </message>
    <message>
        <source>Leave the selected words or the paragraph out</source>
        <translation>略去选中的文字或这一段</translation>
    </message>
    <message>
        <source>This Is the B&amp;yline</source>
        <translation>这是署名(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Title and Date of the Issue…</source>
        <translation>本期的刊名与日期(&amp;T)…</translation>
    </message>
    <message>
        <source>Lea&amp;rn for the Next Issues</source>
        <translation>用于以后各期(&amp;R)</translation>
    </message>
    <message>
        <source>Follow these corrections in the next issues of the periodical</source>
        <translation>让本刊以后各期也照这些更正来读</translation>
    </message>
    <message>
        <source>Rules of the Periodi&amp;cal…</source>
        <translation>本刊的规则(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller Text</source>
        <translation>缩小文字(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Normal Text Size</source>
        <translation>标准字号(&amp;N)</translation>
    </message>
    <message>
        <source>Like the &amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Previous Article</source>
        <translation>上一篇(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next Article</source>
        <translation>下一篇(&amp;N)</translation>
    </message>
    <message>
        <source>Next &amp;Issue</source>
        <translation>下一期(&amp;I)</translation>
    </message>
    <message>
        <source>Pre&amp;vious Issue</source>
        <translation>上一期(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;First Steps…</source>
        <translation>入门三步(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;About Bulletin Reader</source>
        <translation>关于快报阅览(&amp;A)</translation>
    </message>
    <message>
        <source>Mark as Read &amp;or Unread</source>
        <translation>标为已读或未读(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Export Marks…</source>
        <translation>导出标记(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Import Marks…</source>
        <translation>导入标记(&amp;I)…</translation>
    </message>
    <message>
        <source>Export All &amp;Data…</source>
        <translation>导出全部数据(&amp;D)…</translation>
    </message>
    <message>
        <source>Im&amp;port All Data…</source>
        <translation>导入全部数据(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Reco&amp;gnise Text…</source>
        <translation>识别文字(&amp;G)…</translation>
    </message>
    <message>
        <source>Save articles as PDF, Word or other files, or print them</source>
        <translation>把文章存成 PDF、Word 等文件，或打印出来</translation>
    </message>
    <message>
        <source>Pr&amp;int…</source>
        <translation>打印(&amp;I)…</translation>
    </message>
    <message>
        <source>Te&amp;xt Appearance…</source>
        <translation>文字外观(&amp;X)…</translation>
    </message>
    <message>
        <source>Read the Parts as &amp;Articles</source>
        <translation>把各部分读作文章(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>高亮(&amp;H)</translation>
    </message>
    <message>
        <source>Highlight the selected text; 1–5 then chooses the colour</source>
        <translation>高亮选中的文字；接着按 1–5 选颜色</translation>
    </message>
    <message>
        <source>&amp;Write a Note…</source>
        <translation>写批注(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Bookmark the Paragraph</source>
        <translation>为本段加书签(&amp;B)</translation>
    </message>
    <message>
        <source>Boo&amp;kmark the Article</source>
        <translation>为本篇加书签(&amp;K)</translation>
    </message>
    <message>
        <source>Ne&amp;xt Bookmark</source>
        <translation>下一个书签(&amp;X)</translation>
    </message>
    <message>
        <source>Previous Book&amp;mark</source>
        <translation>上一个书签(&amp;M)</translation>
    </message>
    <message>
        <source>Show or hide highlights, notes and bookmarks</source>
        <translation>显示或隐藏高亮、批注和书签</translation>
    </message>
    <message>
        <source>Next &amp;Uncertain Place</source>
        <translation>下一处存疑(&amp;U)</translation>
    </message>
    <message>
        <source>Select with a Care&amp;t</source>
        <translation>用光标选择(&amp;T)</translation>
    </message>
    <message>
        <source>Move a caret in the article and select by key</source>
        <translation>在文章中用键盘移动光标并选择</translation>
    </message>
    <message>
        <source>Next Pan&amp;e</source>
        <translation>下一个窗格(&amp;E)</translation>
    </message>
    <message>
        <source>P&amp;revious Pane</source>
        <translation>上一个窗格(&amp;R)</translation>
    </message>
    <message>
        <source>Move Tab &amp;Left</source>
        <translation>标签页左移(&amp;L)</translation>
    </message>
    <message>
        <source>Move Tab Ri&amp;ght</source>
        <translation>标签页右移(&amp;G)</translation>
    </message>
    <message>
        <source>Command &amp;Palette…</source>
        <translation>命令面板(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Keys at a Glance…</source>
        <translation>按键一览(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Change Keys…</source>
        <translation>更改按键(&amp;C)…</translation>
    </message>
    <message>
        <source>W&amp;ider Pane</source>
        <translation>加宽窗格(&amp;I)</translation>
    </message>
    <message>
        <source>Narrow&amp;er Pane</source>
        <translation>收窄窗格(&amp;E)</translation>
    </message>
    <message>
        <source>F&amp;ind…</source>
        <translation>查找(&amp;I)…</translation>
    </message>
    <message>
        <source>Find words in the article or the issue</source>
        <translation>在本篇或本期中查找</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>查找下一处(&amp;N)</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>查找上一处(&amp;V)</translation>
    </message>
    <message>
        <source>Copy with &amp;Source</source>
        <translation>连同出处复制(&amp;S)</translation>
    </message>
    <message>
        <source>Copy with R&amp;eference (GB/T 7714)</source>
        <translation>连同参考文献复制（GB/T 7714）(&amp;E)</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>复制为 Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>Choose typeface, size, lines and colours of the text</source>
        <translation>选择正文的字体、字号、行距和颜色</translation>
    </message>
    <message>
        <source>Se&amp;pia</source>
        <translation>护眼(&amp;P)</translation>
    </message>
    <message>
        <source>Marks Pane&amp;l</source>
        <translation>标记面板(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Go to the Marks</source>
        <translation>转到标记(&amp;G)</translation>
    </message>
    <message>
        <source>Mark All as Rea&amp;d</source>
        <translation>全部标为已读(&amp;D)</translation>
    </message>
</context>
<context>
    <name>ContentsModel</name>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
</context>
<context>
    <name>ContentsPanel</name>
    <message>
        <source>Filter contents (pinyin initials work)</source>
        <translation>筛选目录（可用拼音首字母）</translation>
    </message>
    <message>
        <source>Filter contents</source>
        <translation>筛选目录</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>No title matches.</source>
        <translation>没有匹配的标题。</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark as Read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Mark as Unread</source>
        <translation>标为未读</translation>
    </message>
    <message>
        <source>Export or Print…</source>
        <translation>导出或打印…</translation>
    </message>
    <message>
        <source>This Is an Article</source>
        <translation>这是一篇文章</translation>
    </message>
    <message>
        <source>This Is a Section</source>
        <translation>这是一个栏目</translation>
    </message>
    <message>
        <source>This Is a Subheading</source>
        <translation>这是小标题</translation>
    </message>
    <message>
        <source>This Is No Heading</source>
        <translation>这不是标题</translation>
    </message>
    <message>
        <source>Move Up a Level</source>
        <translation>上移一级</translation>
    </message>
    <message>
        <source>Move Down a Level</source>
        <translation>下移一级</translation>
    </message>
    <message>
        <source>Join with the Article Before</source>
        <translation>与上一篇文章合并</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>There is no file “{name}”; check the name and the folder.</source>
        <translation>找不到文件“{name}”，请检查文件名和所在文件夹。</translation>
    </message>
    <message>
        <source>You may not read “{name}”; ask its owner, or copy it to a folder of yours.</source>
        <translation>没有读取“{name}”的权限，请联系文件所有者，或复制到自己的文件夹再打开。</translation>
    </message>
    <message>
        <source>“{name}” could not be read ({reason}); check the disk or the connection and try again.</source>
        <translation>无法读取“{name}”（{reason}），请检查磁盘或连接后重试。</translation>
    </message>
    <message>
        <source>“{name}” is a folder; choose a file in it.</source>
        <translation>“{name}”是文件夹，请选择其中的文件。</translation>
    </message>
    <message>
        <source>“{name}” is not an ordinary file; choose a text file.</source>
        <translation>“{name}”不是普通文件，请选择文本文件。</translation>
    </message>
    <message>
        <source>“{name}” is empty; choose another file.</source>
        <translation>“{name}”是空文件，请选择其他文件。</translation>
    </message>
    <message>
        <source>“{name}” is larger than {limit} GB; split it and open the parts.</source>
        <translation>“{name}”超过 {limit} GB，请拆分后分别打开。</translation>
    </message>
    <message>
        <source>“{name}” is not a text file; open the bulletin as text (.txt) or Markdown (.md).</source>
        <translation>“{name}”不是文本文件，请打开文本（.txt）或 Markdown（.md）格式的快报。</translation>
    </message>
    <message>
        <source>“{name}” is locked; give its password to open it.</source>
        <translation>“{name}”已加密，请输入密码打开。</translation>
    </message>
    <message>
        <source>This password does not open “{name}”; try again.</source>
        <translation>密码不对，打不开“{name}”，请重试。</translation>
    </message>
    <message>
        <source>“{name}” is encrypted in a way that is not known here; save it without encryption, and open that.</source>
        <translation>“{name}”的加密方式无法识别，请另存为不加密的文件再打开。</translation>
    </message>
    <message>
        <source>“{name}” is damaged and cannot be opened; get it once more from where it came from.</source>
        <translation>“{name}”已损坏，无法打开，请重新获取一份。</translation>
    </message>
    <message>
        <source>“{name}” takes more memory or time than any bulletin needs; get it again, or print it to a new PDF.</source>
        <translation>“{name}”占用的内存或时间超出了任何快报所需；请重新获取，或打印成新的 PDF。</translation>
    </message>
    <message>
        <source>“{name}” could not be read: something in it was not foreseen ({reason}); try another copy.</source>
        <translation>“{name}”无法读取：其中有未曾料到的内容（{reason}）；请换一份副本再试。</translation>
    </message>
    <message>
        <source>Nothing was found to save; no file was written.</source>
        <translation>没有可保存的内容，未写出文件。</translation>
    </message>
    <message>
        <source>“{name}” could not be made: something was not foreseen ({reason}); try another kind of file.</source>
        <translation>“{name}”无法生成：遇到未曾料到的情况（{reason}）；请换一种文件类型再试。</translation>
    </message>
    <message>
        <source>Page {page} of “{name}” is damaged and cannot be shown.</source>
        <translation>“{name}”第 {page} 页已损坏，无法显示。</translation>
    </message>
    <message>
        <source>“{name}” is in no known encoding; save it as UTF-8 in the program that made it, and open it again.</source>
        <translation>无法识别“{name}”的编码，请在原来的程序中另存为 UTF-8 后再打开。</translation>
    </message>
    <message>
        <source>“{name}” holds no web page that could be read; save the page again, as one file or as HTML.</source>
        <translation>“{name}”中没有可读的网页，请将网页重新保存为单个文件或 HTML。</translation>
    </message>
    <message>
        <source>“{name}” is an archive of files ({count}); open it from the File menu to open them all.</source>
        <translation>“{name}”是压缩包（含 {count} 个文件），请从“文件”菜单打开，即可全部打开。</translation>
    </message>
    <message>
        <source>“{name}” holds no file that can be opened; choose another.</source>
        <translation>“{name}”中没有可以打开的文件，请另选一个。</translation>
    </message>
    <message>
        <source>“{name}” is a damaged archive; get it again, or unpack it and open the files.</source>
        <translation>压缩包“{name}”已损坏，请重新获取，或解压后打开其中的文件。</translation>
    </message>
    <message>
        <source>“{name}” is a spreadsheet of more than {limit} cells; save the part that is a bulletin by itself.</source>
        <translation>“{name}”是超过 {limit} 个单元格的电子表格；请把其中属于快报的部分另存为一个文件。</translation>
    </message>
    <message>
        <source>“{name}” is in an archive that is locked with a password; unpack it, and open the files.</source>
        <translation>“{name}”所在的压缩包有密码，请解压后打开其中的文件。</translation>
    </message>
    <message>
        <source>“{name}” holds more than {limit} files; unpack it, and open some of them.</source>
        <translation>“{name}”中的文件超过 {limit} 个，请解压后打开其中一部分。</translation>
    </message>
    <message>
        <source>“{name}” is too large inside its archive; unpack it, and open it by itself.</source>
        <translation>“{name}”在压缩包中过大，请解压后单独打开。</translation>
    </message>
    <message>
        <source>“{name}” is a damaged document; get it again, or open and save it in a word processor.</source>
        <translation>文档“{name}”已损坏，请重新取得，或用文字处理软件打开并重新保存。</translation>
    </message>
    <message>
        <source>“{name}” is a damaged book; get it again, or open its pages one by one.</source>
        <translation>电子书“{name}”已损坏，请重新获取，或逐个打开其中的页面。</translation>
    </message>
    <message>
        <source>“{name}” is a book that its seller has locked (DRM) and that only his program reads; get it without.</source>
        <translation>“{name}”是由书商加锁（DRM）的电子书，只有其自带程序能读；请取得未加锁的版本。</translation>
    </message>
    <message>
        <source>“{name}” holds pictures of its pages and no text; let a text recognition program add the text.</source>
        <translation>“{name}”只有页面图片，没有文字；请先用文字识别程序加上文字。</translation>
    </message>
    <message>
        <source>“{name}” is a picture; ask for the text on it to be recognised (File menu).</source>
        <translation>“{name}”是一幅图片；可在“文件”菜单中识别其中的文字。</translation>
    </message>
    <message>
        <source>“{name}” is a damaged picture; get it again, or open it in a picture program and save it anew.</source>
        <translation>图片“{name}”已损坏；请重新获取，或在看图软件中打开后另存。</translation>
    </message>
    <message>
        <source>The text of “{name}” is a picture, and what recognises text is not installed: run “pip install bulletin-reader[ocr]”, and try again.</source>
        <translation>“{name}”的文字是图片，而文字识别组件没有安装：请运行“pip install bulletin-reader[ocr]”后再试。</translation>
    </message>
    <message>
        <source>“{name}” is neither a PDF nor a picture; open it as it is.</source>
        <translation>“{name}”既不是 PDF 也不是图片；直接打开即可。</translation>
    </message>
    <message>
        <source>“{name}” does not say what to write; end the name in {suffixes}.</source>
        <translation>看不出“{name}”要存成哪种文件；文件名请以 {suffixes} 结尾。</translation>
    </message>
    <message>
        <source>You may not write “{name}”; choose another folder, or close the program that holds the file open.</source>
        <translation>没有权限写入“{name}”；请换一个文件夹，或关闭正在使用它的程序。</translation>
    </message>
    <message>
        <source>There is no folder for “{name}”; make it first, or choose another one.</source>
        <translation>存放“{name}”的文件夹不存在；请先建好，或换一个。</translation>
    </message>
    <message>
        <source>“{name}” is a folder; give a file name.</source>
        <translation>“{name}”是文件夹；请给出文件名。</translation>
    </message>
    <message>
        <source>“{name}” could not be written ({reason}); check the space on the disk, and try again.</source>
        <translation>“{name}”无法写入（{reason}）；请检查磁盘空间后再试。</translation>
    </message>
    <message>
        <source>“{name}” has changed since it was opened; reload it (F5), and try again.</source>
        <translation>“{name}”打开之后已经改变，请重新载入（F5）后再试。</translation>
    </message>
    <message>
        <source>There is no encoding named {encoding}; choose another one.</source>
        <translation>没有名为 {encoding} 的编码，请另选一种。</translation>
    </message>
    <message>
        <source>“{name}” could not be opened because of an error in the program.</source>
        <translation>程序出错，无法打开“{name}”。</translation>
    </message>
    <message>
        <source>Another program keeps “{name}” locked; close it, and try again.</source>
        <translation>另一个程序锁住了“{name}”；请关闭它，再试一次。</translation>
    </message>
    <message>
        <source>Say what to search for: words, a “phrase”, or a field such as after:2024-01.</source>
        <translation>请写明要找什么：词语、“短语”，或 after:2024-01 这样的限定。</translation>
    </message>
    <message>
        <source>A quotation mark is open at {part}; close it, or leave it out.</source>
        <translation>{part} 处的引号没有配对，请补上或去掉。</translation>
    </message>
    <message>
        <source>The brackets of the question do not match; close each one that is open, or put words in quotes.</source>
        <translation>括号没有配对，请补全，或给词语加上引号。</translation>
    </message>
    <message>
        <source>{part} needs something to search for on each side; add it, or write the word in quotes.</source>
        <translation>{part} 两边都要有查找的内容；请补上，或给这个词加上引号。</translation>
    </message>
    <message>
        <source>Nothing stands after {part}; say there what to look for.</source>
        <translation>{part} 后面没有内容，请写明要找什么。</translation>
    </message>
    <message>
        <source>“{part}” is no date; write it like 2024, 2024-03 or 2024-03-15.</source>
        <translation>“{part}”不是日期，请写成 2024、2024-03 或 2024-03-15。</translation>
    </message>
    <message>
        <source>“{part}” is no number to compare with; write it like amount&gt;1亿, amount&gt;500万美元 or percent&gt;50.</source>
        <translation>“{part}”不是可以比较的数，请写成 amount&gt;1亿、amount&gt;500万美元 或 percent&gt;50。</translation>
    </message>
    <message>
        <source>“{part}” is not known; choose of {choices}.</source>
        <translation>没有“{part}”这个限定，可用的有 {choices}。</translation>
    </message>
    <message>
        <source>A phrase of the question is longer than {most} characters; take a part of it.</source>
        <translation>短语超过了 {most} 个字，请只取其中一部分。</translation>
    </message>
    <message>
        <source>The brackets of the question stand in each other too deeply; write it more simply.</source>
        <translation>括号套得太深，请写得简单些。</translation>
    </message>
    <message>
        <source>“{name}” is {kind}, which this version cannot open: {advice}.</source>
        <translation>“{name}”是{kind}，本版本无法打开：{advice}。</translation>
    </message>
    <message>
        <source>“{name}” cannot be written; allow it, or choose another data folder.</source>
        <translation>“{name}”不能写入；请开放写入权限，或改用别的数据文件夹。</translation>
    </message>
    <message>
        <source>The disk of “{name}” is full; make room, and try again.</source>
        <translation>“{name}”所在的磁盘已满；请腾出空间，再试一次。</translation>
    </message>
    <message>
        <source>“{name}” is damaged; start the program again to save what can be read of it.</source>
        <translation>“{name}”已损坏；请重新启动程序，能读出的内容会被救回。</translation>
    </message>
    <message>
        <source>“{name}” could not be used ({reason}); check the disk, and try again.</source>
        <translation>“{name}”无法使用（{reason}）；请检查磁盘，再试一次。</translation>
    </message>
    <message>
        <source>“{name}” was written by a newer version of the program; update this one to open it.</source>
        <translation>“{name}”由更新的版本写成；请升级本程序后再打开。</translation>
    </message>
    <message>
        <source>“{name}” belongs to another program; move it away, or choose another data folder.</source>
        <translation>“{name}”是别的程序的文件；请把它移走，或改用别的数据文件夹。</translation>
    </message>
    <message>
        <source>“{name}” holds no data of this program; choose a file that was made with “Export All Data”.</source>
        <translation>“{name}”里没有本程序的数据；请选择用“导出全部数据”生成的文件。</translation>
    </message>
    <message>
        <source>These are no annotations; choose a file of W3C Web Annotations (JSON).</source>
        <translation>这不是批注文件；请选择 W3C 批注（JSON）文件。</translation>
    </message>
    <message>
        <source>“{pattern}” is no regular expression ({reason}); correct it, or switch regular expressions off.</source>
        <translation>“{pattern}”不是正确的正则表达式（{reason}）；请改正，或关闭正则表达式。</translation>
    </message>
    <message>
        <source>Finding “{pattern}” takes too long and was stopped; make the expression simpler.</source>
        <translation>查找“{pattern}”耗时太长，已停止；请简化表达式。</translation>
    </message>
</context>
<context>
    <name>ErrorDetail</name>
    <message>
        <source>a word processor&apos;s document</source>
        <translation>文字处理文档</translation>
    </message>
    <message>
        <source>a document locked with a password</source>
        <translation>一份有密码的文档</translation>
    </message>
    <message>
        <source>open it in a word processor, and save it without the password</source>
        <translation>请用文字处理软件打开，另存为无密码的文档</translation>
    </message>
    <message>
        <source>a document of Word 95 or older</source>
        <translation>Word 95 或更早的文档</translation>
    </message>
    <message>
        <source>save it as DOCX in a word processor, and open that</source>
        <translation>请在文字处理软件中另存为 DOCX 再打开</translation>
    </message>
    <message>
        <source>an old spreadsheet (XLS)</source>
        <translation>旧版电子表格（XLS）</translation>
    </message>
    <message>
        <source>save it as XLSX in a spreadsheet program, and open that</source>
        <translation>请在电子表格软件中另存为 XLSX 再打开</translation>
    </message>
    <message>
        <source>an old presentation (PPT)</source>
        <translation>旧版演示文稿（PPT）</translation>
    </message>
    <message>
        <source>save it as PPTX in a presentation program, and open that</source>
        <translation>请在演示软件中另存为 PPTX 再打开</translation>
    </message>
    <message>
        <source>a spreadsheet</source>
        <translation>电子表格</translation>
    </message>
    <message>
        <source>an office document</source>
        <translation>办公文档</translation>
    </message>
    <message>
        <source>a packed archive</source>
        <translation>压缩包</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>choose Save As, plain text (UTF-8), in the program that made it, and open that file</source>
        <translation>请在原来的程序中另存为纯文本（UTF-8）再打开</translation>
    </message>
    <message>
        <source>unpack it first, and open the text inside</source>
        <translation>请先解压，再打开里面的文本</translation>
    </message>
    <message>
        <source>open a text file</source>
        <translation>请打开文本文件</translation>
    </message>
    <message>
        <source>missing )</source>
        <translation>缺少 )</translation>
    </message>
    <message>
        <source>unbalanced parenthesis</source>
        <translation>括号不配对</translation>
    </message>
    <message>
        <source>unterminated character set</source>
        <translation>字符组缺少 ]</translation>
    </message>
    <message>
        <source>bad character range</source>
        <translation>字符范围颠倒</translation>
    </message>
    <message>
        <source>nothing to repeat</source>
        <translation>重复符号前没有内容</translation>
    </message>
    <message>
        <source>multiple repeat</source>
        <translation>重复符号连用</translation>
    </message>
    <message>
        <source>bad escape (end of pattern)</source>
        <translation>末尾的 \ 不完整</translation>
    </message>
    <message>
        <source>unknown extension</source>
        <translation>未知的 (? 写法</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Bulletin Reader</source>
        <translation>快报阅览</translation>
    </message>
    <message>
        <source>The window could not be opened</source>
        <translation>窗口没能打开</translation>
    </message>
    <message>
        <source>An error in the program kept it from starting. Your marks and places are kept as they were.</source>
        <translation>程序出错，没能启动。标记和阅读位置都原样保存着。</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>程序出了点问题</translation>
    </message>
    <message>
        <source>Your marks and places are kept, and you can read on. If the window looks wrong now, quit and start again: it comes back as it is.</source>
        <translation>标记和阅读位置都已保存，可以接着读。窗口看着不对的话，退出再打开就好。</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>查看报告</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>&amp;Copy Report</source>
        <translation>复制报告(&amp;C)</translation>
    </message>
    <message>
        <source>Versions, screen and settings; nothing of what you read or wrote</source>
        <translation>只有版本、屏幕和设置，没有您读的和写的任何内容</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Continue Reading</source>
        <translation>继续阅读</translation>
    </message>
    <message numerus="yes">
        <source>%n more error(s) since then</source>
        <translation>
            <numerusform>此后又有 %n 个错误</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied. It holds nothing of what you read or wrote.</source>
        <translation>已复制，其中没有您读的和写的任何内容。</translation>
    </message>
</context>
<context>
    <name>FactsDialog</name>
    <message>
        <source>Title and Date of the Issue</source>
        <translation>本期的刊名与日期</translation>
    </message>
    <message>
        <source>Title:</source>
        <translation>刊名：</translation>
    </message>
    <message>
        <source>Number:</source>
        <translation>期号：</translation>
    </message>
    <message>
        <source>Date:</source>
        <translation>日期：</translation>
    </message>
    <message>
        <source>Publisher:</source>
        <translation>出版者：</translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message>
        <source>struck out</source>
        <translation>已删去</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Article</source>
        <translation>本篇</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Where to find</source>
        <translation>查找范围</translation>
    </message>
    <message>
        <source>W</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Match capitals</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Whole words and numbers only</source>
        <translation>只找完整的单词和数字</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>上一处（Shift+F3）</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>下一处（F3）</translation>
    </message>
    <message>
        <source>List all matches</source>
        <translation>列出所有结果</translation>
    </message>
    <message>
        <source>The first {count} are listed</source>
        <translation>只列出前 {count} 处</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
</context>
<context>
    <name>FindOpener</name>
    <message>
        <source>Find in this issue</source>
        <translation>在本期中查找</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Three steps to begin with</source>
        <translation>三步上手</translation>
    </message>
    <message>
        <source>Go from article to article</source>
        <translation>一篇一篇读</translation>
    </message>
    <message>
        <source>Keep what matters</source>
        <translation>留下要紧的</translation>
    </message>
    <message>
        <source>Take it further</source>
        <translation>带走用得上的</translation>
    </message>
    <message>
        <source>The contents are at the left, the article stands beside them. Pinyin initials find a title too.</source>
        <translation>目录在左，正文在中。筛选目录时，输入拼音首字母也行。</translation>
    </message>
    <message>
        <source>Select words and highlight them in one of five colours; a star keeps a paragraph.</source>
        <translation>选中文字就能高亮，有五种颜色；星标记住一段。</translation>
    </message>
    <message>
        <source>Figures, contacts and dates are listed at the right; articles go on as PDF, Word or Markdown.</source>
        <translation>数字、联系人和日期列在右边；文章可以转成 PDF、Word 或 Markdown。</translation>
    </message>
    <message>
        <source>&amp;Don&apos;t show this again</source>
        <translation>不再显示(&amp;D)</translation>
    </message>
    <message>
        <source>Start Reading</source>
        <translation>开始阅读</translation>
    </message>
    <message>
        <source>{palette} finds every command and article, {keys} shows all keys.</source>
        <translation>{palette} 找到任何命令和文章，{keys} 列出所有按键。</translation>
    </message>
</context>
<context>
    <name>FixedKey</name>
    <message>
        <source>In the article</source>
        <translation>在文章中</translation>
    </message>
    <message>
        <source>With the caret</source>
        <translation>用光标时</translation>
    </message>
    <message>
        <source>On pages</source>
        <translation>在页面上</translation>
    </message>
    <message>
        <source>In lists</source>
        <translation>在列表中</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>到处可用</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>下一屏</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>上一屏</translation>
    </message>
    <message>
        <source>Line down</source>
        <translation>下一行</translation>
    </message>
    <message>
        <source>Line up</source>
        <translation>上一行</translation>
    </message>
    <message>
        <source>Next paragraph</source>
        <translation>下一段</translation>
    </message>
    <message>
        <source>Previous paragraph</source>
        <translation>上一段</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>篇首</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>篇末</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>下一篇</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>上一篇</translation>
    </message>
    <message>
        <source>Next or previous link</source>
        <translation>下一个、上一个链接</translation>
    </message>
    <message>
        <source>Go to the footnote</source>
        <translation>转到注释</translation>
    </message>
    <message>
        <source>Open the link in the browser</source>
        <translation>在浏览器中打开链接</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Start or end of the line</source>
        <translation>行首、行末</translation>
    </message>
    <message>
        <source>Next or previous word</source>
        <translation>后一词、前一词</translation>
    </message>
    <message>
        <source>Larger, smaller</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>As wide as the view</source>
        <translation>与窗格同宽</translation>
    </message>
    <message>
        <source>Read this place in the article</source>
        <translation>在文章中读这一处</translation>
    </message>
    <message>
        <source>Next or previous row</source>
        <translation>下一行、上一行</translation>
    </message>
    <message>
        <source>Unfold, fold</source>
        <translation>展开、收起</translation>
    </message>
    <message>
        <source>Go to the place in the text</source>
        <translation>转到文中此处</translation>
    </message>
    <message>
        <source>Menu of the row</source>
        <translation>此行的菜单</translation>
    </message>
    <message>
        <source>Back to the article</source>
        <translation>回到文章</translation>
    </message>
    <message>
        <source>Next or previous control</source>
        <translation>下一个、上一个控件</translation>
    </message>
    <message>
        <source>A menu by its underlined letter</source>
        <translation>按加下划线的字母打开菜单</translation>
    </message>
</context>
<context>
    <name>Greeting</name>
    <message>
        <source>The window that was open does not answer, so this is another one; close that one when it answers again.</source>
        <translation>已经打开的窗口没有反应，所以另开了这一个；等那个窗口恢复后请把它关上。</translation>
    </message>
    <message>
        <source>The program ended unexpectedly last time; your marks are safe.</source>
        <translation>程序上次意外退出，您的标记都还在。</translation>
    </message>
</context>
<context>
    <name>HandDesk</name>
    <message>
        <source>Save As</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>高亮摘录</translation>
    </message>
    <message>
        <source>Saving {name} …</source>
        <translation>正在保存 {name} …</translation>
    </message>
    <message>
        <source>“{name}” was not saved.</source>
        <translation>“{name}”没有保存。</translation>
    </message>
    <message>
        <source>Printing was stopped.</source>
        <translation>已停止打印。</translation>
    </message>
    <message>
        <source>The printer is still busy with the last pages.</source>
        <translation>打印机还在打印上一份。</translation>
    </message>
    <message>
        <source>Setting pages …</source>
        <translation>正在排版 …</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Printing page {page} of {count} …</source>
        <translation>正在打印第 {page} 页，共 {count} 页 …</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) printed.</source>
        <translation>
            <numerusform>已打印 %n 页。</numerusform>
        </translation>
    </message>
    <message>
        <source>The printer takes nothing; see whether it is on and connected, and try again.</source>
        <translation>打印机没有响应；请检查是否已开机并连接好，然后重试。</translation>
    </message>
    <message>
        <source>“{name}” could not be made because of an error in the program.</source>
        <translation>程序出错，“{name}”没有生成。</translation>
    </message>
</context>
<context>
    <name>HandDialog</name>
    <message>
        <source>Export or Print – {title}</source>
        <translation>导出或打印 – {title}</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>打印(&amp;R)…</translation>
    </message>
    <message>
        <source>Clos&amp;e</source>
        <translation>关闭(&amp;E)</translation>
    </message>
</context>
<context>
    <name>HandForm</name>
    <message>
        <source>&amp;Only highlights</source>
        <translation>只要高亮(&amp;O)</translation>
    </message>
    <message>
        <source>Serif</source>
        <translation>宋体</translation>
    </message>
    <message>
        <source>Sans</source>
        <translation>黑体</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>附上</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>版面</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>字号(&amp;Z)</translation>
    </message>
    <message numerus="yes">
        <source>The sectio&amp;n, %n article(s)</source>
        <translation>
            <numerusform>所在栏目，%n 篇(&amp;N)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;This article</source>
        <translation>本篇(&amp;T)</translation>
    </message>
    <message>
        <source>The sectio&amp;n</source>
        <translation>所在栏目(&amp;N)</translation>
    </message>
    <message numerus="yes">
        <source>The whole &amp;issue, %n article(s)</source>
        <translation>
            <numerusform>本期，%n 篇(&amp;I)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Chosen articles</source>
        <translation>自选文章(&amp;C)</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Nothing is highlighted there.</source>
        <translation>其中没有高亮。</translation>
    </message>
</context>
<context>
    <name>HandOn</name>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>&amp;Highlights and notes</source>
        <translation>高亮和批注(&amp;H)</translation>
    </message>
    <message>
        <source>Table of &amp;figures</source>
        <translation>数字表(&amp;F)</translation>
    </message>
    <message>
        <source>Cont&amp;acts</source>
        <translation>联系方式(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Line numbers of the source in the margin</source>
        <translation>页边标出原文行号(&amp;L)</translation>
    </message>
    <message>
        <source>9 pt</source>
        <translation>小五（9 磅）</translation>
    </message>
    <message>
        <source>10.5 pt</source>
        <translation>五号（10.5 磅）</translation>
    </message>
    <message>
        <source>12 pt</source>
        <translation>小四（12 磅）</translation>
    </message>
    <message>
        <source>14 pt</source>
        <translation>四号（14 磅）</translation>
    </message>
    <message>
        <source>16 pt</source>
        <translation>三号（16 磅）</translation>
    </message>
</context>
<context>
    <name>HighlightBar</name>
    <message>
        <source>Underline</source>
        <translation>下划线</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写批注</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Delete the highlight</source>
        <translation>删除高亮</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>高亮</translation>
    </message>
</context>
<context>
    <name>IssueTabs</name>
    <message>
        <source>All open issues</source>
        <translation>所有打开的快报</translation>
    </message>
    <message>
        <source>Close this issue</source>
        <translation>关闭本期</translation>
    </message>
    <message>
        <source>Close This Issue</source>
        <translation>关闭本期</translation>
    </message>
    <message>
        <source>Close the Other Issues</source>
        <translation>关闭其他各期</translation>
    </message>
    <message>
        <source>Reopen Closed Issue</source>
        <translation>重新打开关闭的一期</translation>
    </message>
    <message>
        <source>Copy File Path</source>
        <translation>复制文件路径</translation>
    </message>
    <message>
        <source>Show Folder</source>
        <translation>打开所在文件夹</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Change Keys</source>
        <translation>更改按键</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>更改(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Add Another…</source>
        <translation>再加一个(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;No Key</source>
        <translation>不用按键(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>Restore A&amp;ll</source>
        <translation>全部恢复(&amp;L)</translation>
    </message>
    <message>
        <source>Press the new key of “{command}”; up to two strokes. Escape leaves it as it is.</source>
        <translation>请按“{command}”的新按键，最多按两次；按 Esc 则不改。</translation>
    </message>
    <message>
        <source>{key} is needed to move and to choose; take another one.</source>
        <translation>{key} 要用来移动和选择，请换一个。</translation>
    </message>
    <message>
        <source>{key} already belongs to “{holder}”; nothing was changed.</source>
        <translation>{key} 已归“{holder}”所用，未作更改。</translation>
    </message>
    <message>
        <source>“{command}” now has {keys}.</source>
        <translation>“{command}”现在用 {keys}。</translation>
    </message>
    <message>
        <source>“{command}” has no key now.</source>
        <translation>“{command}”现在没有按键。</translation>
    </message>
    <message>
        <source>The key of “{command}” is restored.</source>
        <translation>“{command}”的按键已恢复。</translation>
    </message>
    <message>
        <source>All keys are restored.</source>
        <translation>所有按键已恢复。</translation>
    </message>
    <message>
        <source>Enter records a new key of the chosen command, Delete takes its key away.</source>
        <translation>按回车为选中的命令录入新按键，按 Delete 取消它的按键。</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其按键</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys: type what you want to do, or a key</source>
        <translation>按键一览：键入要做的事，或一个按键</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>查找按键</translation>
    </message>
    <message>
        <source>Other keys can be chosen in the Help menu. Escape leads back.</source>
        <translation>可在“帮助”菜单中更改按键；按 Esc 返回。</translation>
    </message>
    <message>
        <source>No key matches.</source>
        <translation>没有这样的按键。</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Percentages</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>计量</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Multiples</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Durations</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>起止日期</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>期号</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系</translation>
    </message>
    <message>
        <source>Written and edited by</source>
        <translation>编写</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>LeftOutPanel</name>
    <message>
        <source>What was left out</source>
        <translation>略去的内容</translation>
    </message>
    <message>
        <source>Nothing: the articles show the whole file.</source>
        <translation>没有：文章显示了全部内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n 字</numerusform>
        </translation>
    </message>
    <message>
        <source>Show Again</source>
        <translation>重新显示</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>not read yet</source>
        <translation>尚未读入</translation>
    </message>
    <message>
        <source>file is missing</source>
        <translation>文件不见了</translation>
    </message>
</context>
<context>
    <name>LibraryFeature</name>
    <message numerus="yes">
        <source>%n article(s) found</source>
        <translation>
            <numerusform>找到 %n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was found; try fewer words, or leave a field out.</source>
        <translation>没有找到；可少写几个词，或去掉限定。</translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s)</source>
        <translation>
            <numerusform>%n 期</numerusform>
        </translation>
    </message>
    <message>
        <source>The library is empty: add a folder, and all its issues are found from here.</source>
        <translation>资料库还是空的：添加一个文件夹，里面的各期就都能在这里找到。</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n 篇</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s)</source>
        <translation>
            <numerusform>%n 个数字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deadline(s)</source>
        <translation>
            <numerusform>%n 个截止日期</numerusform>
        </translation>
    </message>
    <message>
        <source>Add Folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Reading in {done} of {total}</source>
        <translation>正在读入 {done}/{total}</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>%n 个文件无法读入</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <source>Search all issues: words, “phrases”, after:2024-01, amount&gt;1亿 …</source>
        <translation>全库检索：词语、“短语”、after:2024-01、amount&gt;1亿……</translation>
    </message>
    <message>
        <source>Search all issues</source>
        <translation>全库检索</translation>
    </message>
    <message>
        <source>Add Folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Periodicals and years</source>
        <translation>期刊与年份</translation>
    </message>
</context>
<context>
    <name>LockedView</name>
    <message>
        <source>This file is locked; it can be read with its password.</source>
        <translation>此文件已加密，输入密码后可以阅读。</translation>
    </message>
    <message>
        <source>Enter Password…</source>
        <translation>输入密码…</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Bulletin Reader</source>
        <translation>快报阅览</translation>
    </message>
</context>
<context>
    <name>Mark</name>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>高亮</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>The text has changed since.</source>
        <translation>原文后来有改动。</translation>
    </message>
</context>
<context>
    <name>MarkGuide</name>
    <message>
        <source>This issue has no bookmarks; Ctrl+B sets one.</source>
        <translation>本期还没有书签；按 Ctrl+B 添加。</translation>
    </message>
    <message>
        <source>This mark has no place in the text; select the text that it belongs to.</source>
        <translation>这条标记在正文里没有位置；请选中它所属的文字来认领。</translation>
    </message>
    <message>
        <source>The marked text is not part of an article now.</source>
        <translation>标记的文字现在不在任何一篇文章里。</translation>
    </message>
    <message>
        <source>“{name}” holds another issue than the one that was marked.</source>
        <translation>“{name}”不是做过标记的那一期。</translation>
    </message>
    <message>
        <source>Where Is “{title}”?</source>
        <translation>“{title}”在哪里？</translation>
    </message>
</context>
<context>
    <name>MarksDesk</name>
    <message>
        <source>Select the text to highlight first.</source>
        <translation>请先选中要高亮的文字。</translation>
    </message>
    <message>
        <source>Select the text that the note is about first.</source>
        <translation>请先选中批注所针对的文字。</translation>
    </message>
    <message>
        <source>Bookmark “{name}” set.</source>
        <translation>已加书签“{name}”。</translation>
    </message>
    <message>
        <source>Bookmark removed; Ctrl+Z brings it back.</source>
        <translation>已去掉书签；按 Ctrl+Z 可恢复。</translation>
    </message>
    <message>
        <source>Select in the article the text that this mark belongs to, then attach it.</source>
        <translation>请先在文章里选中这条标记所属的文字，再认领。</translation>
    </message>
    <message>
        <source>This mark belongs to another issue; open that one first.</source>
        <translation>这条标记属于另一期；请先打开那一期。</translation>
    </message>
    <message>
        <source>The mark has its place again.</source>
        <translation>标记已找回位置。</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>Nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>What this note was about has been deleted; the note is on the clipboard.</source>
        <translation>这条批注所在的标记已被删除；批注内容已放到剪贴板。</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) deleted; Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>已删除 %n 条标记；按 Ctrl+Z 可恢复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone: {words}</source>
        <translation>已撤销：{words}</translation>
    </message>
    <message>
        <source>Redone: {words}</source>
        <translation>已重做：{words}</translation>
    </message>
</context>
<context>
    <name>MarksDialog</name>
    <message>
        <source>Export Marks</source>
        <translation>导出标记</translation>
    </message>
    <message>
        <source>Which marks</source>
        <translation>哪些标记</translation>
    </message>
    <message>
        <source>Save them as</source>
        <translation>保存为</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>MarksFormat</name>
    <message>
        <source>&amp;Markdown, to read</source>
        <translation>&amp;Markdown，便于阅读</translation>
    </message>
    <message>
        <source>&amp;CSV, for a spreadsheet</source>
        <translation>&amp;CSV，用于电子表格</translation>
    </message>
    <message>
        <source>&amp;W3C annotations (JSON), to import elsewhere</source>
        <translation>&amp;W3C 批注（JSON），可在别处导入</translation>
    </message>
</context>
<context>
    <name>MarksPanel</name>
    <message>
        <source>Article</source>
        <translation>本篇</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>All issues</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Filter marks</source>
        <translation>筛选标记</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>新的在前</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Attach to the Selected Text</source>
        <translation>认领到选中的文字</translation>
    </message>
    <message>
        <source>To be claimed</source>
        <translation>待认领</translation>
    </message>
    <message>
        <source>No mark matches.</source>
        <translation>没有符合条件的标记。</translation>
    </message>
    <message>
        <source>Nothing is marked here yet. Select text and press Ctrl+H to highlight it, or Ctrl+B to set a bookmark.</source>
        <translation>这里还没有标记。选中文字按 Ctrl+H 高亮，或按 Ctrl+B 加书签。</translation>
    </message>
    <message>
        <source>Show in the Text</source>
        <translation>在正文中显示</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>改名…</translation>
    </message>
    <message>
        <source>Write Note…</source>
        <translation>写批注…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Export the Highlights…</source>
        <translation>导出高亮…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>MarksScope</name>
    <message>
        <source>This &amp;article</source>
        <translation>本篇(&amp;A)</translation>
    </message>
    <message>
        <source>This &amp;issue</source>
        <translation>本期(&amp;I)</translation>
    </message>
    <message>
        <source>A&amp;ll issues</source>
        <translation>全部(&amp;L)</translation>
    </message>
</context>
<context>
    <name>MarksShelf</name>
    <message>
        <source>Until then marks are kept only while this window is open; export them to keep them.</source>
        <translation>在那之前，标记只在本窗口打开期间保留；要留住请导出。</translation>
    </message>
</context>
<context>
    <name>MemoryFeature</name>
    <message numerus="yes">
        <source>%n file(s) of the last session are no longer there: {names}.</source>
        <translation>
            <numerusform>上次打开的 %n 个文件已不在原处：{names}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Until then, what you mark is kept only as long as this window is open.</source>
        <translation>在此之前，标记只保留到本窗口关闭。</translation>
    </message>
    <message numerus="yes">
        <source>The file of your marks was damaged; %n mark(s) could be saved.</source>
        <translation>
            <numerusform>标记文件已损坏，救回 %n 条标记。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more came from the last copy.</source>
        <translation>
            <numerusform>另从最近的备份找回 %n 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) had gone or changed on the disk; all are as you left them again.</source>
        <translation>
            <numerusform>磁盘上有 %n 条标记丢失或变样，现已全部恢复原状。</numerusform>
        </translation>
    </message>
    <message>
        <source>The damaged file is now “{name}”.</source>
        <translation>损坏的文件现名为“{name}”。</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Recent Files</source>
        <translation>最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>Reopen with &amp;Encoding</source>
        <translation>换编码重新打开(&amp;E)</translation>
    </message>
    <message>
        <source>S&amp;how in the Panel</source>
        <translation>在面板中查看(&amp;H)</translation>
    </message>
    <message>
        <source>Figures and C&amp;ontacts</source>
        <translation>数字与联系人(&amp;O)</translation>
    </message>
    <message>
        <source>Out&amp;line</source>
        <translation>篇章(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Marks and Data</source>
        <translation>标记与数据(&amp;M)</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>语言(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Marks</source>
        <translation>标记(&amp;M)</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Open Another File…</source>
        <translation>打开其他文件…</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新载入</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>“{name}” was changed by another program.</source>
        <translation>“{name}”已被其他程序改动。</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Escape; what you wrote is kept until you come back</source>
        <translation>Esc；写下的内容会留着，回来时还在</translation>
    </message>
    <message>
        <source>Name of the bookmark</source>
        <translation>书签名称</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>{title} (not saved yet)</source>
        <translation>{title}（尚未保存）</translation>
    </message>
</context>
<context>
    <name>OpeningFeature</name>
    <message>
        <source>Bulletins</source>
        <translation>快报</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Open Bulletins</source>
        <translation>打开快报</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>“{name}” holds no bulletins; choose a folder or an archive with files to read.</source>
        <translation>“{name}”中没有可读的文件，请选择含有可读文件的文件夹或压缩包。</translation>
    </message>
    <message>
        <source>No other window can be opened.</source>
        <translation>无法打开新窗口。</translation>
    </message>
</context>
<context>
    <name>OriginalFeature</name>
    <message>
        <source>Original text</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Original pages</source>
        <translation>原文页面</translation>
    </message>
</context>
<context>
    <name>OriginalPane</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Show the pages as they were printed</source>
        <translation>按印刷的样子显示页面</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Show the text that was found in the file</source>
        <translation>显示从文件中取出的文字</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>适合宽度</translation>
    </message>
</context>
<context>
    <name>OutlineFeature</name>
    <message>
        <source>Only an issue with a title can teach anything of its periodical.</source>
        <translation>有刊名的一期才能用于本刊以后各期。</translation>
    </message>
    <message>
        <source>The rules of this periodical stay as they are.</source>
        <translation>本刊的规则没有改动。</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) for the next issues of this periodical.</source>
        <translation>
            <numerusform>本刊以后各期有 %n 条规则。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) by your rules of this periodical.</source>
        <translation>
            <numerusform>按您为本刊定的规则更正了 %n 处。</numerusform>
        </translation>
    </message>
    <message>
        <source>Select the words first that this is about.</source>
        <translation>请先选中所指的文字。</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>page {page}</source>
        <translation>第 {page} 页</translation>
    </message>
    <message>
        <source>about {minutes} min</source>
        <translation>约 {minutes} 分钟</translation>
    </message>
    <message>
        <source>Footnotes</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>printed {count} times</source>
        <translation>原文重复 {count} 次</translation>
    </message>
    <message>
        <source>This reading is uncertain.</source>
        <translation>此处识别存疑。</translation>
    </message>
    <message>
        <source>[formula]</source>
        <translation>〔公式〕</translation>
    </message>
    <message>
        <source>[picture that cannot be drawn here]</source>
        <translation>〔此处画不出的图片〕</translation>
    </message>
    <message>
        <source>[picture that the file does not hold]</source>
        <translation>〔文件里没有的图片〕</translation>
    </message>
</context>
<context>
    <name>PagesFeature</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>“{name}” holds no text that can be read: its pages can be seen, not searched or copied.</source>
        <translation>“{name}”没有可读的文字：页面可以看，不能查找和复制。</translation>
    </message>
    <message>
        <source>“{name}” holds nothing readable; try another encoding or another copy of the file.</source>
        <translation>“{name}”中没有可读的文字，请换一种编码，或换一份文件。</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第 {number} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>“{name}” stays locked; open it again to give its password.</source>
        <translation>“{name}”仍未解锁，要输入密码请再次打开它。</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>Page {page} is damaged.</source>
        <translation>第 {page} 页已损坏，无法显示。</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>A command or an article; pinyin works</source>
        <translation>命令或文章，可用拼音</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Commands and articles</source>
        <translation>命令与文章</translation>
    </message>
    <message>
        <source>No command or article matches.</source>
        <translation>没有相符的命令或文章。</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>“{name}” is locked. Enter its password to read it.</source>
        <translation>“{name}”已加密，输入密码后可以阅读。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>This password does not open the file; try again.</source>
        <translation>密码不对，请再试一次。</translation>
    </message>
    <message>
        <source>It is kept in memory only, until the program is closed.</source>
        <translation>密码只留在内存中，程序关闭后即忘记。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Setting pages …</source>
        <translation>正在排版 …</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>页宽</translation>
    </message>
    <message>
        <source>This is how it prints; Word sets its own pages of the same text.</source>
        <translation>这是打印出来的样子；同样的内容，Word 会自己分页。</translation>
    </message>
    <message>
        <source>This is how it prints; an EPUB flows with the screen that it is read on.</source>
        <translation>这是打印出来的样子；EPUB 会随阅读的屏幕重排。</translation>
    </message>
    <message>
        <source>This is how it prints; a web page flows with the width of its window.</source>
        <translation>这是打印出来的样子；网页会随窗口的宽度重排。</translation>
    </message>
    <message>
        <source>Nothing is chosen yet. Tick the articles to export.</source>
        <translation>还没有选文章。请勾选要导出的文章。</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>The first {count} characters</source>
        <translation>开头 {count} 字</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 字</translation>
    </message>
    <message>
        <source>Page {page}; the first {count} are shown</source>
        <translation>第 {page} 页（只预览前 {count} 页）</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>第 {page} 页，共 {count} 页</translation>
    </message>
</context>
<context>
    <name>ReadStates</name>
    <message>
        <source>Marked as read.</source>
        <translation>已标为已读。</translation>
    </message>
    <message>
        <source>Marked as unread.</source>
        <translation>已标为未读。</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) marked as read.</source>
        <translation>
            <numerusform>已将 %n 篇标为已读。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingBox</name>
    <message>
        <source>Text appearance</source>
        <translation>文字外观</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Line length</source>
        <translation>行长</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>行距</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Serif</source>
        <translation>宋体</translation>
    </message>
    <message>
        <source>Sans</source>
        <translation>黑体</translation>
    </message>
    <message>
        <source>Justified</source>
        <translation>两端对齐</translation>
    </message>
    <message>
        <source>Ragged</source>
        <translation>左对齐</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>护眼</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>{value} characters</source>
        <translation>{value} 字</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>Page number</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Running header</source>
        <translation>页眉</translation>
    </message>
    <message>
        <source>Running footer</source>
        <translation>页脚</translation>
    </message>
    <message>
        <source>Dot leader of the contents</source>
        <translation>目录引导线</translation>
    </message>
    <message>
        <source>Rule of a table</source>
        <translation>表格线</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>分隔线</translation>
    </message>
    <message>
        <source>Bullet</source>
        <translation>项目符号</translation>
    </message>
    <message>
        <source>Printed more than once</source>
        <translation>重复内容</translation>
    </message>
    <message>
        <source>Mark-up</source>
        <translation>排版标记</translation>
    </message>
    <message>
        <source>Recognition error</source>
        <translation>识别差错</translation>
    </message>
    <message>
        <source>Left out by you</source>
        <translation>由您略去</translation>
    </message>
    <message>
        <source>Mark of a byline</source>
        <translation>署名标记</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Front matter</source>
        <translation>刊前内容</translation>
    </message>
    <message>
        <source>Footer</source>
        <translation>页脚</translation>
    </message>
    <message>
        <source>Mark of an attachment</source>
        <translation>附件标记</translation>
    </message>
    <message>
        <source>Inside of a chart</source>
        <translation>图内文字</translation>
    </message>
    <message>
        <source>Comments of readers</source>
        <translation>读者评论</translation>
    </message>
    <message>
        <source>Decoration</source>
        <translation>装饰符号</translation>
    </message>
    <message>
        <source>Hyphen at the end of a line</source>
        <translation>行末连字符</translation>
    </message>
    <message>
        <source>Not visible on the page</source>
        <translation>页面上看不见</translation>
    </message>
    <message>
        <source>Jump line</source>
        <translation>转版提示</translation>
    </message>
    <message>
        <source>Number of a list</source>
        <translation>列表编号</translation>
    </message>
    <message>
        <source>List of figures</source>
        <translation>图表目录</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>导航文字</translation>
    </message>
    <message>
        <source>Number in a list of links</source>
        <translation>链接列表序号</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>标点</translation>
    </message>
    <message>
        <source>Record of the web site</source>
        <translation>网站统计信息</translation>
    </message>
    <message>
        <source>Head of a table, repeated</source>
        <translation>重复的表头</translation>
    </message>
    <message>
        <source>Stamp or watermark</source>
        <translation>印章或水印</translation>
    </message>
    <message>
        <source>Sign of a template</source>
        <translation>模板占位符</translation>
    </message>
    <message>
        <source>Not placed</source>
        <translation>未归位</translation>
    </message>
    <message>
        <source>Page title</source>
        <translation>页面标题</translation>
    </message>
    <message>
        <source>Head of the e-mail</source>
        <translation>邮件头</translation>
    </message>
    <message>
        <source>Attachment tool</source>
        <translation>附件控件</translation>
    </message>
    <message>
        <source>Title in another language</source>
        <translation>外文标题</translation>
    </message>
    <message>
        <source>Hidden on the page</source>
        <translation>网页上隐藏</translation>
    </message>
    <message>
        <source>Other pages</source>
        <translation>其他网页链接</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>无法辨认</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Matches</source>
        <translation>查找结果</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>submissions</source>
        <translation>报送</translation>
    </message>
    <message>
        <source>website</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>project website</source>
        <translation>项目网站</translation>
    </message>
    <message>
        <source>publisher</source>
        <translation>主办</translation>
    </message>
    <message>
        <source>planning</source>
        <translation>策划</translation>
    </message>
    <message>
        <source>editor</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>journalist</source>
        <translation>记者</translation>
    </message>
    <message>
        <source>author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>reviewer</source>
        <translation>评荐</translation>
    </message>
    <message>
        <source>compiler</source>
        <translation>编译</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片来源</translation>
    </message>
    <message>
        <source>source</source>
        <translation>文献</translation>
    </message>
</context>
<context>
    <name>RowDesk</name>
    <message>
        <source>Choose a figure or a contact in the panel first.</source>
        <translation>请先在侧栏里选一个数字或联系人。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) removed; Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>已移除 %n 行；按 Ctrl+Z 恢复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct the Contact</source>
        <translation>更正联系人</translation>
    </message>
    <message>
        <source>Correct the Figure</source>
        <translation>更正数字</translation>
    </message>
    <message>
        <source>Select the text that the row is about first.</source>
        <translation>请先选中这一行所指的文字。</translation>
    </message>
    <message>
        <source>Add a Contact</source>
        <translation>添加联系人</translation>
    </message>
    <message>
        <source>Add a Figure</source>
        <translation>添加数字</translation>
    </message>
</context>
<context>
    <name>RowEditor</name>
    <message>
        <source>&amp;Kind</source>
        <translation>类别(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;What it measures</source>
        <translation>含义(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>数值(&amp;V)</translation>
    </message>
    <message>
        <source>U&amp;pper value</source>
        <translation>上限(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>单位(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Bound</source>
        <translation>比较(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>身份(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>P&amp;ost</source>
        <translation>职务(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Organisation</source>
        <translation>单位(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation>电话(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Fax</source>
        <translation>传真(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>邮箱(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Web</source>
        <translation>网址(&amp;W)</translation>
    </message>
    <message>
        <source>A&amp;ccounts</source>
        <translation>账号(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>“{value}” is not a number.</source>
        <translation>“{value}”不是数。</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Rules of the Periodical</source>
        <translation>本刊的规则</translation>
    </message>
    <message>
        <source>Learned from your corrections of {title}:</source>
        <translation>从您对《{title}》的更正中学到：</translation>
    </message>
    <message>
        <source>an article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>a section</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>a subheading</source>
        <translation>小标题</translation>
    </message>
    <message>
        <source>text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略去的内容</translation>
    </message>
    <message>
        <source>“{words}” is {kind}</source>
        <translation>“{words}”是{kind}</translation>
    </message>
    <message>
        <source>What is set as “{setting}” is {kind}</source>
        <translation>排作“{setting}”的是{kind}</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>There is nothing to save.</source>
        <translation>没有可保存的内容。</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已存为 {name}。</translation>
    </message>
    <message>
        <source>“{name}” could not be saved because of an error in the program.</source>
        <translation>程序出错，未能保存“{name}”。</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Save Figures as CSV…</source>
        <translation>数字存为 CSV…</translation>
    </message>
    <message>
        <source>Save Figures for Excel…</source>
        <translation>数字存为 Excel 表格…</translation>
    </message>
    <message>
        <source>Save Contacts as vCard…</source>
        <translation>联系存为 vCard…</translation>
    </message>
    <message>
        <source>Save Contacts as CSV…</source>
        <translation>联系存为 CSV…</translation>
    </message>
    <message>
        <source>Save Links as CSV…</source>
        <translation>将链接存为 CSV…</translation>
    </message>
    <message>
        <source>Save Deadlines for a Calendar…</source>
        <translation>截止日期存为日历…</translation>
    </message>
</context>
<context>
    <name>SideDesk</name>
    <message>
        <source>Figures and contacts of “{name}” could not be found because of an error in the program.</source>
        <translation>程序出错，未能提取“{name}”的数字与联系。</translation>
    </message>
</context>
<context>
    <name>SideHead</name>
    <message>
        <source>Figures</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>列表内容</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>本篇</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>In the order of the text</source>
        <translation>按文中位置</translation>
    </message>
    <message>
        <source>By value</source>
        <translation>按数值</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>列表的顺序</translation>
    </message>
    <message>
        <source>Copy or save what is listed</source>
        <translation>复制或保存所列内容</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>按日期</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>按位置</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Figures, captions, contacts and dates</source>
        <translation>数字、图表、联系与日期</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy this contact as text</source>
        <translation>把这条联系复制为文字</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写邮件</translation>
    </message>
    <message>
        <source>Write an e-mail in your mail program</source>
        <translation>在邮件程序中写信</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>存名片…</translation>
    </message>
    <message>
        <source>Save this contact as a vCard</source>
        <translation>把这条联系存为 vCard</translation>
    </message>
    <message>
        <source>Looking for figures and contacts …</source>
        <translation>正在提取…</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>没有符合筛选的内容。</translation>
    </message>
    <message>
        <source>No figures here.</source>
        <translation>此处没有数字。</translation>
    </message>
    <message>
        <source>No captions of pictures or tables here.</source>
        <translation>此处没有图表。</translation>
    </message>
    <message>
        <source>No contacts here.</source>
        <translation>此处没有联系。</translation>
    </message>
    <message>
        <source>No dates here.</source>
        <translation>此处没有日期。</translation>
    </message>
    <message numerus="yes">
        <source>The whole issue has %n.</source>
        <translation>
            <numerusform>本期共有 %n 处。</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Copy Rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Copy All Rows</source>
        <translation>复制全部行</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{total} characters: {shown} shown, {dropped} left out, {doubtful} uncertain</source>
        <translation>全文 {total} 字：显示 {shown}，略去 {dropped}，存疑 {doubtful}</translation>
    </message>
    <message>
        <source>; pictures or formulas not shown: {count}</source>
        <translation>；未显示的图片和公式：{count}</translation>
    </message>
    <message>
        <source>Show what was left out</source>
        <translation>显示略去的内容</translation>
    </message>
    <message>
        <source>The file was read in this encoding; choose another one if the text looks wrong.</source>
        <translation>文件按此编码读取；如果文字显示不正常，请换一种编码。</translation>
    </message>
    <message>
        <source>Article {number} of {count}</source>
        <translation>第 {number} / {count} 篇</translation>
    </message>
    <message>
        <source>Opening {name} …</source>
        <translation>正在打开 {name} …</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show Folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Ctrl+click or Ctrl+Enter opens {address} in the browser.</source>
        <translation>按住 Ctrl 单击或按 Ctrl+回车，可在浏览器中打开 {address}</translation>
    </message>
    <message>
        <source>This place is not part of an article.</source>
        <translation>此处不属于任何文章。</translation>
    </message>
</context>
<context>
    <name>TakingAlong</name>
    <message>
        <source>Export Marks</source>
        <translation>导出标记</translation>
    </message>
    <message>
        <source>Import Marks</source>
        <translation>导入标记</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) saved as {name}.</source>
        <translation>
            <numerusform>已将 %n 条标记存为 {name}。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to save.</source>
        <translation>没有可保存的内容。</translation>
    </message>
    <message>
        <source>W3C annotations (JSON)</source>
        <translation>W3C 批注（JSON）</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) brought in.</source>
        <translation>
            <numerusform>已导入 %n 条标记。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) without a quoted text left out.</source>
        <translation>
            <numerusform>另有 %n 条没有引文，未导入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export All Data</source>
        <translation>导出全部数据</translation>
    </message>
    <message>
        <source>Import All Data</source>
        <translation>导入全部数据</translation>
    </message>
    <message>
        <source>Bulletin Reader data</source>
        <translation>快报阅览数据</translation>
    </message>
    <message>
        <source>All data saved as {name}.</source>
        <translation>全部数据已存为 {name}。</translation>
    </message>
    <message>
        <source>Data of Bulletin Reader</source>
        <translation>快报阅览的数据</translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s)</source>
        <translation>
            <numerusform>%n 期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n 条标记</numerusform>
        </translation>
    </message>
    <message>
        <source>Brought in: {marks}, {issues}, and the settings.</source>
        <translation>已导入：{marks}，{issues}，以及设置。</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
</context>
<context>
    <name>TextFeature</name>
    <message>
        <source>Nothing in this issue is uncertain.</source>
        <translation>本期没有存疑之处。</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tool bar</source>
        <translation>工具栏</translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation>美元</translation>
    </message>
    <message>
        <source>euros</source>
        <translation>欧元</translation>
    </message>
    <message>
        <source>pounds</source>
        <translation>英镑</translation>
    </message>
    <message>
        <source>yen</source>
        <translation>日元</translation>
    </message>
    <message>
        <source>won</source>
        <translation>韩元</translation>
    </message>
    <message>
        <source>New Taiwan dollars</source>
        <translation>新台币</translation>
    </message>
    <message>
        <source>Hong Kong dollars</source>
        <translation>港元</translation>
    </message>
    <message>
        <source>Canadian dollars</source>
        <translation>加元</translation>
    </message>
    <message>
        <source>Australian dollars</source>
        <translation>澳元</translation>
    </message>
    <message>
        <source>Singapore dollars</source>
        <translation>新加坡元</translation>
    </message>
    <message>
        <source>Swiss francs</source>
        <translation>瑞士法郎</translation>
    </message>
    <message>
        <source>rupees</source>
        <translation>卢比</translation>
    </message>
    <message>
        <source>roubles</source>
        <translation>卢布</translation>
    </message>
    <message>
        <source>Swedish kronor</source>
        <translation>瑞典克朗</translation>
    </message>
    <message>
        <source>Norwegian kroner</source>
        <translation>挪威克朗</translation>
    </message>
    <message>
        <source>Danish kroner</source>
        <translation>丹麦克朗</translation>
    </message>
    <message>
        <source>reais</source>
        <translation>雷亚尔</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>months</source>
        <translation>月</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>周</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
</context>
<context>
    <name>WelcomeView</name>
    <message>
        <source>Bulletin Reader</source>
        <translation>快报阅览</translation>
    </message>
    <message>
        <source>Opens a bulletin issue as a tree of clean, whole articles.</source>
        <translation>把一期快报打开成一棵清楚、完整的文章树。</translation>
    </message>
    <message>
        <source>Open Files…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Open Sample Issues</source>
        <translation>打开示例快报</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>Release to open</source>
        <translation>松开即可打开</translation>
    </message>
    <message>
        <source>Drop files or folders here</source>
        <translation>把文件或文件夹拖到这里</translation>
    </message>
</context>
</TS>
