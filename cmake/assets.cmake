# Pages for browsers, as bytes in the program.
find_program(node node)

# add_assets(TARGET NAME FOLDER TITLE): adds a source to the target that defines
# k<NAME>Assets (server/http/asset.h): the files that `node FOLDER/build.mjs OUT` makes.
# Without node, or before scripts/install-node-modules FOLDER, a notice stands in their
# place, which calls them by TITLE.
function(add_assets target name folder title)
  set(folder ${CMAKE_SOURCE_DIR}/${folder})
  set(embed ${CMAKE_SOURCE_DIR}/scripts/embed-assets.mjs)
  set(installed ${folder}/node_modules/.installed)
  # What was installed for another lock file would not do.
  if(node AND EXISTS ${installed} AND NOT ${folder}/package-lock.json IS_NEWER_THAN ${installed})
    set(made ${CMAKE_BINARY_DIR}/assets/${name})
    set(source ${CMAKE_BINARY_DIR}/${name}_assets.cpp)
    file(GLOB_RECURSE inputs CONFIGURE_DEPENDS ${folder}/source/*)
    add_custom_command(
      OUTPUT ${source}
      COMMAND ${CMAKE_COMMAND} -E rm -rf ${made}
      COMMAND ${node} ${folder}/build.mjs ${made}
      COMMAND ${node} ${embed} ${made} ${name} ${source}
      DEPENDS ${inputs} ${folder}/build.mjs ${embed} ${installed}
      COMMENT "Building ${title}"
      VERBATIM)
  else()
    message(NOTICE "Left out: ${title}. It needs node and npm, and "
                   "scripts/install-node-modules ${folder} before cmake; make build does that.")
    set(source ${CMAKE_BINARY_DIR}/${name}_absent.cpp)
    configure_file(server/http/absent_assets.cpp.in ${source} @ONLY)
  endif()
  target_sources(${target} PRIVATE ${source})
endfunction()
